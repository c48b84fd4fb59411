package vn.lienvien.transfer.journey.domain;

/** What has happened; it is never refused. */
public sealed interface Fact {

    /** Moves the journey. */
    sealed interface OfPatient extends Fact {}

    /** Moves the track of the team. */
    sealed interface OfTeam extends Fact {
        Organisation organisation();
    }

    record Departed() implements OfPatient {}

    /**
     * @param unit null when only the hospital is known
     */
    record Arrived(Organisation organisation, Unit unit) implements OfPatient {}

    /**
     * @param keepsPlace the confirmed place stays for another try
     */
    record TurnedBack(boolean keepsPlace) implements OfPatient {}

    record EmergencyStop(Organisation organisation) implements OfPatient {}

    record HandedOver(Organisation organisation) implements OfPatient {}

    record Died() implements OfPatient {}

    /**
     * @param kind one that has happened, but for death
     */
    record WentOtherwise(EndKind kind) implements OfPatient {

        public WentOtherwise {
            if (kind.decided() || kind == EndKind.DIED) {
                throw new IllegalArgumentException(kind + " has its own command or fact");
            }
        }
    }

    record TeamLeft(Organisation organisation) implements OfTeam {}

    record TeamAtBedside(Organisation organisation) implements OfTeam {}

    record Cannulated(Organisation organisation) implements OfTeam {}

    record TeamStaying(Organisation organisation) implements OfTeam {}

    /** It was called, and does not come. */
    record TeamTurnedBack(Organisation organisation) implements OfTeam {}

    /** An entry of the log on the road; its values are kept with it. */
    record Reading(Says says) implements Fact {

        /** What the values come to. */
        public enum Says {
            USUAL,
            UNUSUAL,
            CIRCUIT_STOPPED
        }
    }

    record OutcomeKnown(PatientOutcome outcome) implements Fact {}
}
