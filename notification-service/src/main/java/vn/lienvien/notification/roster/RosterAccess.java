package vn.lienvien.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.roster.domain.Place;

/**
 * Who may read and change rosters: an organisation its own, a coordinator reads everybody's. To all
 * others no roster is there.
 */
@ApplicationScoped
class RosterAccess {

    /** A coordinator's office has a roster too. */
    private static final Set<String> EDITORS = Set.of(Roles.DOCTOR, Roles.ADMIN, Roles.COORDINATOR);

    private final CurrentActor current;

    RosterAccess(CurrentActor current) {
        this.current = current;
    }

    Place readable(String code) {
        var place = place(code);
        if (!current.get().looksAfter(place.organisation())) {
            throw Problem.notFound().exception();
        }
        return place;
    }

    Place editable(String code) {
        var place = readable(code);
        if (!isOwn(place) || EDITORS.stream().noneMatch(current.get()::has)) {
            throw Problem.roleRequired(Roles.DOCTOR).exception();
        }
        return place;
    }

    boolean readsAll() {
        return current.get().has(Roles.COORDINATOR);
    }

    private boolean isOwn(Place place) {
        return current.get().actsFor(place.organisation());
    }

    /** A code that cannot be one is no place. */
    private static Place place(String code) {
        try {
            return Place.of(
                    code.contains(".")
                            ? new UnitCode(code).value()
                            : new OrganisationCode(code).value());
        } catch (IllegalArgumentException e) {
            throw Problem.notFound().exception();
        }
    }
}
