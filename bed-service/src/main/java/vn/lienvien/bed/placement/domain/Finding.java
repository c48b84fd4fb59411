package vn.lienvien.bed.placement.domain;

/** Unknown is not "no": it ranks after yes, marked "call to check". */
public enum Finding {
    YES,
    UNKNOWN,
    NO;

    /** Two abilities are both there only when each is. */
    Finding and(Finding other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
