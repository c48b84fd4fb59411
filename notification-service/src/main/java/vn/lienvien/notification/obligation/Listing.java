package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/**
 * Pages through obligations, the soonest due first: a person's own, for coordinators everybody's,
 * and for the referring hospital all about its transfer.
 */
@ApplicationScoped
class Listing {

    /**
     * What is asked for.
     *
     * @param organisation null for any that one may see
     * @param transfer null for any
     * @param after null for the first page
     */
    record Wanted(
            Stand stand, OrganisationCode organisation, UUID transfer, Cursor after, int limit) {}

    /** Which of them. */
    enum Stand {
        OPEN("ended is null"),
        ALARM("alarmSince is not null and ended is null"),
        ENDED("ended is not null"),
        ALL("1 = 1");

        private final String condition;

        Stand(String condition) {
            this.condition = condition;
        }

        static Stand of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> unknown().exception());
        }

        private static Problem unknown() {
            return Problem.invalid(
                    List.of(
                            new Violation(
                                    "state", "unknown-state", "is open, alarm, ended or all")));
        }
    }

    private final Obligations obligations;
    private final Access access;

    Listing(Obligations obligations, Access access) {
        this.obligations = obligations;
        this.access = access;
    }

    /** One more than the limit when there is a next page. */
    List<ObligationRow> page(Actor actor, Wanted wanted) {
        var conditions = new ArrayList<>(List.of(wanted.stand().condition));
        var values = new HashMap<String, Object>();
        own(actor, wanted, conditions, values);
        if (wanted.organisation() != null) {
            conditions.add("organisation = :organisation");
            values.put("organisation", wanted.organisation().value());
        }
        if (wanted.transfer() != null) {
            conditions.add("subject = :subject");
            values.put("subject", wanted.transfer().toString());
        }
        if (wanted.after() != null) {
            conditions.add("(dueAt, id) > (:dueAt, :id)");
            values.put("dueAt", wanted.after().dueAt());
            values.put("id", wanted.after().id());
        }
        return obligations
                .find(String.join(" and ", conditions) + " order by dueAt, id", values)
                .range(0, wanted.limit())
                .list();
    }

    private void own(
            Actor actor, Wanted wanted, List<String> conditions, Map<String, Object> values) {
        var all =
                actor.has(Roles.COORDINATOR)
                        || (wanted.transfer() != null && access.asked(actor, wanted.transfer()));
        if (!all) {
            conditions.add(
                    "(organisation = :own and (role in :roles or handedRole in :roles or handedTo = :me)"
                            + " or authority = :own and :authority = true)");
            values.put("me", actor.user());
            values.put("authority", actor.has(Roles.AUTHORITY));
            values.put("own", actor.organisation().value());
            values.put("roles", Access.rolesOf(actor));
        }
    }
}
