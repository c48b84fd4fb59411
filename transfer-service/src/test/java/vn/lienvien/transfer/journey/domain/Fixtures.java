package vn.lienvien.transfer.journey.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One invented request, and the hospitals it knows. */
final class Fixtures {

    static final Instant NOON = Instant.parse("2026-03-01T05:00:00Z");
    static final Instant ONE = NOON.plusSeconds(3600);
    static final Instant TWO = NOON.plusSeconds(7200);

    static final Organisation SOC_TRANG = new Organisation("soc-trang-covid");
    static final Organisation HTD = new Organisation("htd-hcmc");
    static final Organisation CHO_RAY = new Organisation("cho-ray");
    static final Organisation VINH_LONG = new Organisation("vinh-long");
    static final Unit HTD_ICU = new Unit("htd-hcmc.icu-adult");
    static final Unit CHO_RAY_ICU = new Unit("cho-ray.icu-adult");

    static final Person REFERRER = new Person("referrer@soc-trang-covid");
    static final Person SECOND = new Person("doctor@soc-trang-covid");

    static final Offer THE_OFFER = offer(1, HTD, HTD_ICU);
    static final Offer ANOTHER_OFFER = offer(2, CHO_RAY, CHO_RAY_ICU);
    static final Offers OFFER = Offers.NONE.with(THE_OFFER);
    static final Place PLACE = THE_OFFER.asPlace();
    static final Place ANOTHER_PLACE = ANOTHER_OFFER.asPlace();

    static final Needs NEEDS =
            new Needs(
                    EcmoStatus.RUNNING,
                    EcmoMode.VV,
                    AgeGroup.ADULT,
                    23,
                    new BigDecimal("92"),
                    Finding.YES,
                    Finding.YES,
                    List.of(),
                    List.of());
    static final NeedsChange OTHER_NEEDS =
            new NeedsChange(
                    EcmoStatus.RUNNING,
                    EcmoMode.VA,
                    Finding.YES,
                    Finding.YES,
                    List.of(Specialty.CARDIAC_SURGERY),
                    List.of(CHO_RAY));
    static final PatientNeeds PICTURE =
            new PatientNeeds(
                    EcmoStatus.RUNNING,
                    EcmoMode.VV,
                    AgeGroup.ADULT,
                    23,
                    new BigDecimal("92.0"),
                    Finding.YES,
                    Finding.YES);
    static final PatientNeeds OTHER_PICTURE =
            new PatientNeeds(
                    EcmoStatus.RUNNING,
                    EcmoMode.VA,
                    AgeGroup.CHILD,
                    12,
                    new BigDecimal("42"),
                    Finding.YES,
                    Finding.NO);
    static final Search AGREED = new Search(Routing.AGREED, HTD, HTD_ICU, NEEDS, false);

    private Fixtures() {}

    /** U1, not endorsed, asked for at noon; the search was agreed with HTD. */
    static Transfer transfer() {
        return Transfer.requested(
                        new About(
                                new TransferId(new UUID(1, 1)), new CaseCode("K7M2QX"), SOC_TRANG),
                        AGREED,
                        new Priority(Urgency.U1, false, REFERRER),
                        NOON)
                .transfer();
    }

    static Offers consulting(Offers offers) {
        return new Offers(offers.all().stream().map(offer -> offer.running(true, true)).toList());
    }

    private static Offer offer(int number, Organisation hospital, Unit unit) {
        return new Offer(
                new OfferId(new UUID(2, number)),
                1,
                OfferKind.AGREED,
                unit,
                hospital,
                new SlotId(new UUID(3, number)),
                null,
                false,
                false);
    }
}
