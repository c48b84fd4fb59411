package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.kit.time.ClockAhead;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.Policies;

/** People say that they know, or that they reached somebody who does. Needs a transaction. */
@ApplicationScoped
class Answering {

    private static final String PERSON = "person";

    private final Obligations obligations;
    private final PhoneCalls calls;
    private final Policies policies;
    private final CarryingOut carrying;
    private final DatabaseClock clock;
    private final Audit audit;

    Answering(
            Obligations obligations,
            PhoneCalls calls,
            Policies policies,
            CarryingOut carrying,
            DatabaseClock clock,
            Audit audit) {
        this.obligations = obligations;
        this.calls = calls;
        this.policies = policies;
        this.carrying = carrying;
        this.clock = clock;
        this.audit = audit;
    }

    void acknowledge(UUID id, Actor actor) {
        var row = locked(id);
        know(row, actor, clock.now());
        record("obligation.acknowledged", row);
    }

    /** Whoever enters it; a call about an obligation that has ended is kept all the same. */
    void called(UUID id, CallRequest call, Actor actor) {
        var row = locked(id);
        var now = clock.now();
        if (ClockAhead.isIn(call.answeredAt(), now)) {
            throw Problem.invalid(
                            List.of(
                                    new Violation(
                                            "answeredAt", "clock-ahead", "lies in the future")))
                    .exception();
        }
        calls.keep(
                id,
                new PhoneCall(
                        call.answeredBy().strip(),
                        call.answeredAt(),
                        actor.user(),
                        actor.organisation().value(),
                        now));
        know(row, actor, now);
        record("obligation.called", row);
    }

    private ObligationRow locked(UUID id) {
        return obligations.locked(id).orElseThrow(() -> Problem.notFound().exception());
    }

    private void know(ObligationRow row, Actor actor, Instant now) {
        switch (row.obligation(policies).end(End.ACKNOWLEDGED, PERSON, now)) {
            case Outcome.Changed ended -> {
                carrying.carryOut(row, ended, now);
                row.acknowledgedBy = actor.user();
                row.acknowledgedFor = actor.organisation().value();
            }
            case Outcome.Unchanged _, Outcome.Refused _ -> {}
        }
    }

    private void record(String action, ObligationRow row) {
        audit.record(action, "obligation", row.id.toString(), Map.of("kind", row.kind.name()));
    }
}
