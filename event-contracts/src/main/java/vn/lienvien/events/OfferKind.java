package vn.lienvien.events;

/** Why a unit was asked. */
public enum OfferKind {
    /** Its leaders had agreed already. */
    AGREED,
    /** It was named. */
    ASK,
    /** It ranked first. */
    SEARCH,
    /** Its team goes out and brings the patient to its own bed. */
    TEAM
}
