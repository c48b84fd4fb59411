package vn.lienvien.notification.channel;

import java.time.Instant;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Urgency;

/** Notices of an invented case. */
public final class Notices {

    private Notices() {}

    public static Notice of(Urgency urgency) {
        return of(ObligationKind.ANSWER_OFFER, urgency);
    }

    public static Notice of(ObligationKind kind, Urgency urgency) {
        return new Notice(
                kind,
                new CaseCode("7F3K2M"),
                EcmoMode.VV,
                AgeGroup.ADULT,
                new OrganisationCode("soc-trang-covid"),
                null,
                urgency,
                Instant.parse("2021-11-08T19:30:00Z"),
                "0900 000 115");
    }
}
