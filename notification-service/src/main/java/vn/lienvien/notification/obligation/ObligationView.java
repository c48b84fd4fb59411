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
 * @param phone to tap and call; null when not known
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
        String phone,
        List<PhoneCall> calls) {

    /** Where it stands. */
    enum State {
        OPEN,
        STANDING_ALARM,
        ENDED
    }

    static ObligationView of(ObligationRow row, String phone, List<PhoneCall> calls) {
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
                phone,
                calls);
    }

    private static State state(ObligationRow row) {
        if (!row.stands()) {
            return State.ENDED;
        }
        return row.alarmSince == null ? State.OPEN : State.STANDING_ALARM;
    }
}
