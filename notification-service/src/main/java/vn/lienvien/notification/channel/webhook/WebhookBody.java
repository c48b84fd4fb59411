package vn.lienvien.notification.channel.webhook;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Notice;

/**
 * What a hospital's own system is told.
 *
 * @param reference the same in every repeat of one call
 * @param text the same in words, ready for a pager
 */
record WebhookBody(
        UUID reference,
        UUID obligation,
        int rung,
        String recipient,
        ObligationKind kind,
        CaseCode caseCode,
        EcmoMode mode,
        AgeGroup ageGroup,
        OrganisationCode from,
        UnitCode unit,
        Urgency urgency,
        Instant answerBefore,
        String phone,
        String text) {

    static WebhookBody of(Delivery delivery, String text) {
        Notice notice = delivery.notice();
        return new WebhookBody(
                delivery.reference(),
                delivery.obligation(),
                delivery.rung(),
                delivery.recipient(),
                notice.kind(),
                notice.caseCode(),
                notice.mode(),
                notice.ageGroup(),
                notice.from(),
                notice.unit(),
                notice.urgency(),
                notice.answerBefore(),
                notice.phone(),
                text);
    }
}
