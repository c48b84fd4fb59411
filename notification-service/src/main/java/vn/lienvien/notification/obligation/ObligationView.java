package vn.lienvien.notification.obligation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Urgency;

/**
 * An obligation as screens show it.
 *
 * @param end null while it stands
 * @param endedBy the event that ended it, or {@code person}
 * @param nextAt when the next rung is told; null when none is left
 * @param snoozedUntil quiet was asked for until then; null when never
 * @param handedRole who has it now instead of {@code role}; null when it was not handed on
 * @param handedTo null when handed to whoever is on duty in the role
 * @param phone of the role, to tap and call; null when not known
 * @param callList whom to call, one after another, by the rosters now; null in lists
 * @param told who was told, why and when; null in lists
 */
record ObligationView(
        UUID id,
        Kind kind,
        State state,
        Role role,
        String organisation,
        UUID transferId,
        String unit,
        String caseCode,
        Urgency urgency,
        String origin,
        UUID offerId,
        int attempt,
        Instant openedAt,
        Instant dueAt,
        Instant nextAt,
        Instant alarmSince,
        End end,
        String endedBy,
        Instant endedAt,
        String acknowledgedBy,
        String acknowledgedFor,
        Instant snoozedUntil,
        Role handedRole,
        String handedTo,
        String handedBy,
        Instant handedAt,
        String phone,
        List<PhoneCall> calls,
        List<CallView> callList,
        List<Tellings.Telling> told) {

    /** Where it stands. */
    enum State {
        OPEN,
        STANDING_ALARM,
        ENDED
    }

    static ObligationView of(
            ObligationRow row,
            String phone,
            List<PhoneCall> calls,
            List<CallView> callList,
            List<Tellings.Telling> told) {
        return new ObligationView(
                row.id,
                row.kind,
                state(row),
                row.role,
                row.organisation,
                row.transfer,
                row.unit,
                row.caseCode,
                row.urgency,
                row.origin,
                row.offer,
                row.attempt,
                row.openedAt,
                row.dueAt,
                row.nextAt,
                row.alarmSince,
                row.ended,
                row.endedBy,
                row.endedAt,
                row.acknowledgedBy,
                row.acknowledgedFor,
                row.snoozedUntil,
                row.handedRole,
                row.handedTo,
                row.handedBy,
                row.handedAt,
                phone,
                calls,
                callList,
                told);
    }

    private static State state(ObligationRow row) {
        if (!row.stands()) {
            return State.ENDED;
        }
        return row.alarmSince == null ? State.OPEN : State.STANDING_ALARM;
    }
}
