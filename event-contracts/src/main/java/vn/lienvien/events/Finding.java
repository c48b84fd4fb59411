package vn.lienvien.events;

/** Unknown is not "no": it is shown, ranked after yes, and never silently filtered. */
public enum Finding {
    YES,
    NO,
    UNKNOWN
}
