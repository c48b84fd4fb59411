package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Urgency;

/**
 * Whoever must know cannot just now: quiet for a limited while, or a colleague on duty. Neither is
 * an answer, so the obligation stays open. Needs a transaction.
 */
@ApplicationScoped
class SteppingAside {

    private final Obligations obligations;
    private final Policies policies;
    private final CarryingOut carrying;
    private final Lookup lookup;
    private final DatabaseClock clock;
    private final Audit audit;
    private final NotificationConfig.Snooze rules;

    SteppingAside(
            Obligations obligations,
            Policies policies,
            CarryingOut carrying,
            Lookup lookup,
            DatabaseClock clock,
            Audit audit,
            NotificationConfig config) {
        this.obligations = obligations;
        this.policies = policies;
        this.carrying = carrying;
        this.lookup = lookup;
        this.clock = clock;
        this.audit = audit;
        this.rules = config.snooze();
    }

    Done snooze(UUID id, SnoozeRequest request) {
        var quiet = Duration.ofMinutes(request.minutes());
        if (quiet.compareTo(rules.longest()) > 0) {
            throw invalid(
                    "minutes", "too-long", "At most " + rules.longest().toMinutes() + " minutes.");
        }
        var row = locked(id);
        var now = clock.now();
        var urgent = row.urgency == Urgency.U0 || row.urgency == Urgency.U1;
        return switch (row.obligation(policies).snooze(quiet, urgent, rules.most(), now)) {
            case Outcome.Changed snoozed -> {
                carrying.carryOut(row, snoozed, now);
                record("obligation.snoozed", row, "minutes", String.valueOf(request.minutes()));
                yield Done.ok(id);
            }
            case Outcome.Unchanged _ -> Done.ok(id);
            case Outcome.Refused(var why) -> Done.refused(ObligationProblems.code(why));
        };
    }

    Done handOn(UUID id, HandOnRequest request, Actor actor) {
        var row = locked(id);
        if (!isOfTheSameKind(request.role(), row.role)) {
            throw invalid(
                    "role", "other-organisation", "A role of the organisation that must act.");
        }
        var now = clock.now();
        var to = lookup.at(row, new OrganisationCode(row.organisation), request.role(), now);
        if (request.user() != null
                && to.people().stream().noneMatch(each -> request.user().equals(each.user()))) {
            throw invalid("user", "not-on-duty", "Somebody on duty in that role now.");
        }
        if (!to.canBeReached()) {
            return Done.refused(ObligationProblems.NOBODY_TO_HAND_TO);
        }
        if (row.handedRole == request.role()
                && Objects.equals(row.handedTo, request.user())
                && row.stands()) {
            return Done.ok(id);
        }
        return switch (row.obligation(policies).handOn(now)) {
            case Outcome.Changed handed -> {
                row.handedRole = request.role();
                row.handedTo = request.user();
                row.handedBy = actor.user();
                row.handedAt = now;
                carrying.carryOut(row, handed, now);
                record("obligation.handed-on", row, "role", request.role().name());
                yield Done.ok(id);
            }
            case Outcome.Unchanged _ -> Done.ok(id);
            case Outcome.Refused(var why) -> Done.refused(ObligationProblems.code(why));
        };
    }

    /** Offices have coordinators and authorities, hospitals all others. */
    private static boolean isOfTheSameKind(Role to, Role from) {
        return switch (to) {
            case COORDINATOR, AUTHORITY -> from == to;
            case DOCTOR, NURSE, HEAD_OF_UNIT, LEADER, REFERRER, TEAM ->
                    from != Role.COORDINATOR && from != Role.AUTHORITY;
        };
    }

    private ObligationRow locked(UUID id) {
        return obligations.locked(id).orElseThrow(() -> Problem.notFound().exception());
    }

    private static RuntimeException invalid(String field, String code, String right) {
        return Problem.invalid(List.of(new Violation(field, code, right))).exception();
    }

    private void record(String action, ObligationRow row, String what, String value) {
        audit.record(
                action,
                "obligation",
                row.id.toString(),
                Map.of("kind", row.kind.name(), what, value));
    }
}
