package vn.lienvien.transfer.journey.domain;

/** Why a decision cannot be taken; a fact is never refused. */
public enum Refusal {
    DATED_AHEAD,
    TRANSFER_ENDED,
    ALREADY_HANDED_OVER,
    ALREADY_ARRIVED,
    ALREADY_DEPARTED,
    NOT_ACCEPTED,
    NOT_IN_TRANSIT,
    NOTHING_TO_ENDORSE,
    OWN_URGENCY,
    TEAM_NOT_ASKED,
    TEAM_ALREADY_GOING,
    IDENTITY_OPEN,
    OWN_OPENING
}
