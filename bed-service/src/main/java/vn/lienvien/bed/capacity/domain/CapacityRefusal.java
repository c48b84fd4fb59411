package vn.lienvien.bed.capacity.domain;

/** Why something said of units cannot stand; one HTTP problem each. */
public enum CapacityRefusal {
    /** There is nothing to repeat. */
    NO_REPORT_YET,
    /** These very numbers were found not to be true. */
    NUMBERS_DOUBTED,
    /** What a file would change was looked at too long ago. */
    PREVIEW_EXPIRED,
    /** A unit has changed since somebody looked at what a file would do to it. */
    CHANGED_SINCE_PREVIEW
}
