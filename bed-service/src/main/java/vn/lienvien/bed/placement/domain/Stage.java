package vn.lienvien.bed.placement.domain;

/**
 * How far a placement is: seeking ⇄ offered → confirmed → occupied; waiting is never a final no.
 */
public sealed interface Stage {

    record Seeking() implements Stage {}

    record Offered() implements Stage {}

    record Waiting() implements Stage {}

    record Confirmed(OfferId offer) implements Stage {}

    /**
     * @param bed null where the patient came to a hospital that has no unit in the register
     */
    record Occupied(Bed bed) implements Stage {}

    /** The unit took its confirmation back; transfer-service asks anew. */
    record Withdrawn() implements Stage {}

    /**
     * @param bed where the patient had come; null where nobody came, or to no unit of the register
     */
    record Ended(Bed bed) implements Stage {}

    /** Where the patient lies. */
    record Bed(Ward ward, SlotId slot) {}

    /** A place is wanted and none is confirmed for this attempt. */
    default boolean sought() {
        return this instanceof Seeking || this instanceof Offered || this instanceof Waiting;
    }
}
