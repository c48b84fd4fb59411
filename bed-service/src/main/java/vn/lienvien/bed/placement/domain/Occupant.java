package vn.lienvien.bed.placement.domain;

/** Who lies in a slot: somebody transferred here, or a patient of the hospital's own. */
public sealed interface Occupant {

    record Transferred(TransferId transfer) implements Occupant {}

    record Local() implements Occupant {}
}
