package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;

/**
 * Entries that come after a later one is recorded, as from a road without signal: they fill a gap
 * in the times and move nothing.
 */
final class LateFacts {

    private LateFacts() {}

    static Recorded record(Transfer transfer, Fact.OfPatient fact, Instant at) {
        return switch (fact) {
            case Fact.Departed _ -> filled(transfer, Milestone.DEPARTED, at);
            case Fact.Arrived _ -> filled(transfer, Milestone.ARRIVED, at);
            case Fact.HandedOver _ -> filled(transfer, Milestone.HANDED_OVER, at);
            case Fact.TurnedBack _, Fact.EmergencyStop _ -> transfer.asBefore();
            case Fact.Died _ ->
                    FactRules.isDead(transfer)
                            ? transfer.asBefore()
                            : transfer.asBefore().flagged(Contradiction.LIVE_AFTER_DEATH);
            case Fact.WentOtherwise _ -> transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
        };
    }

    private static Recorded filled(Transfer transfer, Milestone milestone, Instant at) {
        var known = transfer.chronicle().milestones().get(milestone);
        if (known == null) {
            return transfer.with(transfer.chronicle().filled(milestone, at)).telling();
        }
        return known.equals(at)
                ? transfer.asBefore()
                : transfer.asBefore().flagged(Contradiction.OUT_OF_ORDER);
    }
}
