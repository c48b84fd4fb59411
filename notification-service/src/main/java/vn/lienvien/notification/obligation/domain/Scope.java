package vn.lienvien.notification.obligation.domain;

/** Which obligations of a subject an event has an effect on. */
public enum Scope {
    /** Those about the same offer. */
    OFFER,
    /** Those of the organisation it names about the same offer. */
    OFFER_OF_ORGANISATION,
    /** Those of the organisation it names. */
    ORGANISATION,
    /** Those that the same source opened. */
    SOURCE,
    /** All. */
    SUBJECT,
    /** Those of an attempt before its own: what was asked before is void. */
    EARLIER_ATTEMPTS
}
