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
        return about().key();
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

    /**
     * Nobody has answered yet, and the next rung of the ladder was told.
     *
     * @param rung from 1; 0 is the opening itself
     * @param told who is told now, beside the one who must act
     * @param because null from writers who knew of no other reason than the time
     */
    @EventType("alert.obligation-climbed")
    record ObligationClimbedV1(
            About about,
            UUID obligationId,
            ObligationKind kind,
            OrganisationCode organisation,
            int rung,
            DutyRole told,
            ClimbedBecause because)
            implements AlertEvent {}

    /** Somebody who must know asked for quiet until then; the ladder goes on after. */
    @EventType("alert.obligation-snoozed")
    record ObligationSnoozedV1(
            About about,
            UUID obligationId,
            ObligationKind kind,
            OrganisationCode organisation,
            Instant until)
            implements AlertEvent {}

    /**
     * Whoever had to know gave it to a colleague on duty; it stays open, and the ladder begins
     * anew.
     *
     * @param to the colleague's role; who it is stays in the organisation
     */
    @EventType("alert.obligation-handed-on")
    record ObligationHandedOnV1(
            About about,
            UUID obligationId,
            ObligationKind kind,
            OrganisationCode organisation,
            DutyRole to)
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

    /** Somebody is on duty who can answer for the unit, by its roster, without a gap until then. */
    @EventType("alert.duty-covered")
    record DutyCoveredV1(UnitRef unit, Instant until) implements AlertEvent {

        @Override
        public About about() {
            return new About(null, unit.unit());
        }
    }

    /**
     * By its roster nobody is on duty who could answer for the unit.
     *
     * @param until when somebody comes on duty; null when nobody is rostered
     */
    @EventType("alert.duty-gap")
    record DutyGapV1(UnitRef unit, Instant until) implements AlertEvent {

        @Override
        public About about() {
            return new About(null, unit.unit());
        }
    }

    /** Why the next rung was taken. */
    enum ClimbedBecause {
        /** Nobody answered in its time. */
        TIME,
        /** By the roster nobody is on duty on the rung before: waiting for nobody helps nobody. */
        GAP
    }

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
        KNOW_CHANGED,
        DECIDE_NEXT,
        KNOW_WAITING,
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
}
