package vn.lienvien.transfer.journey.domain;

/**
 * How urgent, and who stands behind it.
 *
 * @param setBy who chose the class: somebody else must endorse it
 */
public record Priority(Urgency urgency, boolean endorsed, Person setBy) {

    Priority endorse() {
        return new Priority(urgency, true, setBy);
    }
}
