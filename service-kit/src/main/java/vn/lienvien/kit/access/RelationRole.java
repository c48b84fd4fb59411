package vn.lienvien.kit.access;

/** What an organisation is to a transfer, between two moments. */
public enum RelationRole {
    /** Asked for the transfer. */
    ORIGIN,
    /** Has been offered the patient: sees the clinical picture without identity. */
    CANDIDATE,
    /** A named hospital in consultation. */
    CONSULTED,
    /** Confirmed a slot. */
    ACCEPTED,
    /** Its team travels. */
    TEAM
}
