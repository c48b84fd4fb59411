package vn.lienvien.events;

import java.time.Instant;
import java.util.UUID;

/** Who had to know, and whether they do, said by notification-service. */
public sealed interface AlertEvent extends ContractEvent {

    About about();

    @Override
    default Topic topic() {
        return Topic.ALERT;
    }

    @Override
    default String key() {
        return about().transferId() != null
                ? about().transferId().toString()
                : about().unit().value();
    }

    /**
     * A role at an organisation must know, by then.
     *
     * @param urgency null when no transfer is concerned
     */
    @EventType("alert.obligation-opened")
    record ObligationOpenedV1(
            About about,
            UUID obligationId,
            ObligationKind kind,
            OrganisationCode organisation,
            DutyRole role,
            Urgency urgency,
            Instant dueAt)
            implements AlertEvent {}

    /** An obligation reached one of its ends; merely sent is not one. */
    @EventType("alert.obligation-closed")
    record ObligationClosedV1(
            About about,
            UUID obligationId,
            ObligationKind kind,
            OrganisationCode organisation,
            ObligationEnd end)
            implements AlertEvent {}

    /** The four ends. */
    enum ObligationEnd {
        CLOSED_BY_EVENT,
        ACKNOWLEDGED,
        OVERTAKEN,
        STANDING_ALARM
    }

    /** Who must know. */
    enum DutyRole {
        DOCTOR,
        NURSE,
        HEAD_OF_UNIT,
        LEADER,
        REFERRER,
        TEAM,
        COORDINATOR,
        AUTHORITY
    }

    /** What must be known. */
    enum ObligationKind {
        ANSWER_OFFER,
        PREPARE_BED,
        KNOW_ACCEPTED,
        DECIDE_NEXT,
        KNOW_WAITING,
        RED_ALERT,
        SEND_TEAM,
        KNOW_WITHDRAWN,
        KNOW_ENDED,
        KNOW_DEPARTED,
        FIND_DIVERSION,
        ACKNOWLEDGE_HANDOVER,
        CHECK_CONTRADICTION,
        ENDORSE_URGENCY,
        CHECK_UNIT,
        CHECK_PARKED
    }
}
