package vn.lienvien.bed.capacity.domain;

/** How the numbers of a unit came in; shown beside them. */
public enum Source {
    /** The unit's own staff entered them. */
    UNIT,
    /** Its staff said with one tap that they are still true. */
    UNCHANGED,
    /** The hospital's information system sent them. */
    SYSTEM,
    /** A coordinator was told on the phone. */
    PHONE,
    /** Read from a file with many units. */
    IMPORT
}
