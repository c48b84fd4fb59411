package vn.lienvien.notification.obligation.domain;

/** What must be known, or done about it. */
public enum Kind {
    ANSWER_OFFER,
    PREPARE_BED,
    KNOW_ACCEPTED,
    KNOW_CHANGED,
    DECIDE_NEXT,
    KNOW_LAPSED,
    KNOW_URGENT,
    RED_ALERT,
    SEND_TEAM,
    FIND_TEAM,
    KNOW_WITHDRAWN,
    KNOW_ENDED,
    KNOW_DEPARTED,
    KNOW_STOPPED,
    FIND_DIVERSION,
    ACKNOWLEDGE_HANDOVER,
    CHECK_CONTRADICTION,
    CHECK_CIRCUIT,
    ENDORSE_URGENCY,
    CHECK_UNIT,
    CONFIRM_CAPACITY,
    CHECK_PARKED,
    REVIEW_GLASS
}
