package vn.lienvien.transfer.journey.domain;

/** What somebody decides; it can be refused. */
public sealed interface Command {

    /**
     * @param byCoordinator a coordinator's own word endorses itself
     */
    record ChangeUrgency(Urgency urgency, Person by, boolean byCoordinator) implements Command {}

    record EndorseUrgency(Person by) implements Command {}

    /**
     * @param organisation named with AGREED and ASK, else null
     * @param unit null when not known
     */
    record ChangeRouting(Routing routing, Organisation organisation, Unit unit)
            implements Command {}

    record ChangeNeeds(NeedsChange change) implements Command {}

    /**
     * @param before what the picture that is replaced said of the needs
     * @param after what the new one says
     */
    record AmendClinical(PatientNeeds before, PatientNeeds after) implements Command {}

    record RequestTeam(Organisation organisation) implements Command {}

    record AnswerTeam(Organisation organisation, boolean goes) implements Command {}

    /**
     * @param overridden the team leader lets the patient go although the checklist has not passed
     */
    record DeclareReady(boolean overridden) implements Command {}

    record Divert(Routing routing, Organisation organisation) implements Command {}

    /**
     * @param kind one that is decided; what has happened is a {@link Fact}
     */
    record End(EndKind kind) implements Command {

        public End {
            if (!kind.decided()) {
                throw new IllegalArgumentException(kind + " is a fact");
            }
        }
    }
}
