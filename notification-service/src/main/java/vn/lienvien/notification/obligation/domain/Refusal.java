package vn.lienvien.notification.obligation.domain;

/** Why quiet, or a colleague, cannot be had. */
public enum Refusal {
    /** It is over: nothing is left to snooze or to hand on. */
    OBLIGATION_ENDED,
    /** The last rung was told; only an answer ends the alarm. */
    ALARM_STANDS,
    /** As often as is allowed already. */
    SNOOZED_TOO_OFTEN,
    /** U0 and U1 are never quiet past the time to answer. */
    SNOOZE_PAST_DUE
}
