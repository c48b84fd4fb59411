package vn.lienvien.bed.placement.domain;

/** Why a decision cannot stand; one HTTP problem each. */
public enum Refusal {
    NO_SUCH_OFFER,
    HOLD_LAPSED,
    OFFER_DECLINED,
    OFFER_RELEASED,
    ALREADY_CONFIRMED,
    NOT_CONFIRMED,
    ALREADY_OFFERED,
    ALREADY_PLACED,
    AUTOMATION_PAUSED,
    NOT_SOUGHT,
    PATIENT_IS_THERE,
    TRANSFER_ENDED,
    SLOT_TAKEN,
    NOT_THE_CURRENT_OFFER,
    PLAN_STALE,
    PLAN_OVERTAKEN
}
