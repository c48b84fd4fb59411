package vn.lienvien.notification.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lienvien.notification.obligation.domain.Duty;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.Opening;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Role;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Urgency;

/** An obligation as it is stored: the sealed state flattened, and what a screen shows of it. */
@Entity
@Table(name = "obligation")
class ObligationRow {

    @Id UUID id;

    String subject;

    @Column(name = "transfer_id")
    UUID transfer;

    String unit;

    @Column(name = "case_code")
    String caseCode;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    String origin;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Role role;

    String organisation;

    @Enumerated(EnumType.STRING)
    Source source;

    @Column(name = "offer_id")
    UUID offer;

    int attempt;

    @Column(name = "opened_on")
    String openedOn;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "clock_from")
    Instant clockFrom;

    @Column(name = "due_at")
    Instant dueAt;

    String ladder;

    int step;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "resumes_at")
    Instant resumesAt;

    @Column(name = "alarm_since")
    Instant alarmSince;

    @Enumerated(EnumType.STRING)
    End ended;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "acknowledged_by")
    String acknowledgedBy;

    @Column(name = "acknowledged_for")
    String acknowledgedFor;

    /** The unit asked, by whose roster its people are found; null when none is named. */
    @Column(name = "duty_unit")
    String dutyUnit;

    /** How many tellings there were; the next one's number. */
    @Column(name = "rung_no")
    int rungNo;

    int snoozes;

    @Column(name = "snoozed_until")
    Instant snoozedUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "handed_role")
    Role handedRole;

    @Column(name = "handed_to")
    String handedTo;

    @Column(name = "handed_by")
    String handedBy;

    @Column(name = "handed_at")
    Instant handedAt;

    /** The authority that was told, and sees it since. */
    String authority;

    @Version long version;

    static ObligationRow of(UUID id, Happening happening, Obligation obligation) {
        var opening = obligation.opening();
        var duty = opening.duty();
        var row = new ObligationRow();
        row.id = id;
        row.subject = happening.subject().key();
        row.transfer = happening.subject().transfer();
        row.unit = happening.subject().unit();
        row.caseCode = happening.caseCode();
        row.urgency = happening.urgency();
        row.origin = happening.origin();
        row.kind = duty.kind();
        row.role = duty.role();
        row.organisation = duty.organisation();
        row.dutyUnit = duty.organisation().equals(happening.named()) ? happening.unit() : null;
        row.source = duty.source();
        row.offer = duty.offer();
        row.attempt = opening.attempt();
        row.openedOn = opening.on();
        row.openedAt = opening.from();
        row.become(obligation);
        return row;
    }

    /**
     * The sealed state; a ladder that policies no longer name is replaced by the one that fits now.
     */
    Obligation obligation(Policies policies) {
        var duty = new Duty(kind, role, organisation, source, offer);
        var opening =
                new Opening(
                        duty,
                        attempt,
                        openedOn,
                        clockFrom,
                        dueAt,
                        policies.ladder(ladder, duty, urgency),
                        resumesAt);
        if (ended != null) {
            return new Obligation.Ended(opening, ended, endedBy, endedAt);
        }
        return alarmSince != null
                ? new Obligation.Alarming(opening, alarmSince)
                : new Obligation.Open(opening, step, nextAt, snoozes);
    }

    void become(Obligation now) {
        clockFrom = now.opening().from();
        dueAt = now.opening().due();
        ladder = now.opening().ladder().name();
        resumesAt = now.opening().resumes();
        nextAt = null;
        switch (now) {
            case Obligation.Open open -> {
                step = open.step();
                snoozes = open.snoozes();
                nextAt = open.next();
                alarmSince = null;
            }
            case Obligation.Alarming alarming -> alarmSince = alarming.since();
            case Obligation.Ended over -> {
                ended = over.end();
                endedBy = over.by();
                endedAt = over.at();
            }
        }
    }

    boolean stands() {
        return ended == null;
    }
}
