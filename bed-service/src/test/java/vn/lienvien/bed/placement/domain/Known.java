package vn.lienvien.bed.placement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Fixed ids and times of the table tests; all invented. */
final class Known {

    static final Instant ELEVEN = Instant.parse("2021-11-08T11:00:00Z");
    static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    static final Instant ONE = Instant.parse("2021-11-08T13:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration PAUSE = Duration.ofHours(2);

    static final TransferId SOC_TRANG = new TransferId(new UUID(1, 1));
    static final TransferId ANOTHER_TRANSFER = new TransferId(new UUID(1, 2));
    static final OfferId OURS = new OfferId(new UUID(2, 1));
    static final OfferId SECOND = new OfferId(new UUID(2, 2));
    static final OfferId ANOTHER = new OfferId(new UUID(2, 9));
    static final SlotId SLOT = new SlotId(new UUID(3, 1));
    static final SlotId SLOT_2 = new SlotId(new UUID(3, 2));
    static final SlotId EXTRA = new SlotId(new UUID(3, 9));
    static final Ward HTD = ward("htd-hcmc");
    static final Ward CHO_RAY = ward("cho-ray");
    static final Ward GIA_DINH = ward("gia-dinh");
    static final String DOCTOR = "Dr Invented";

    private Known() {}

    static Ward ward(String hospital) {
        return new Ward(new UnitId(hospital + ".icu-adult"), new OrganisationId(hospital));
    }

    static Asked asked(OfferKind kind) {
        return new Asked(OURS, 1, kind, HTD, SLOT, ELEVEN);
    }

    static CaseRef theCase(int attempt) {
        return new CaseRef(
                SOC_TRANG, "7F3K9Q", new OrganisationId("soc-trang-covid"), Urgency.U2, attempt);
    }

    static Search search() {
        return new Search(Routing.SEARCH, null, null, false, false, needs());
    }

    static Needs needs() {
        return new Needs(
                EcmoStatus.RUNNING,
                EcmoMode.VV,
                AgeGroup.ADULT,
                23,
                null,
                Finding.YES,
                Finding.NO,
                Set.of(),
                List.of());
    }
}
