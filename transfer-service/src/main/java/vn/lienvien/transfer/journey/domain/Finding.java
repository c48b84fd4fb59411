package vn.lienvien.transfer.journey.domain;

/** Unknown is not "no". */
public enum Finding {
    YES,
    NO,
    UNKNOWN
}
