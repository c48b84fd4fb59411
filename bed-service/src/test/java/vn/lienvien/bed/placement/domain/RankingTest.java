package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static vn.lienvien.bed.placement.domain.Known.CHO_RAY;
import static vn.lienvien.bed.placement.domain.Known.GIA_DINH;
import static vn.lienvien.bed.placement.domain.Known.HTD;
import static vn.lienvien.bed.placement.domain.Known.NOON;
import static vn.lienvien.bed.placement.domain.Known.SLOT;
import static vn.lienvien.bed.placement.domain.Known.needs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.placement.domain.Ranked.Why;

class RankingTest {

    private static final Place SOC_TRANG = new Place(9.6, 105.9719, null);
    private static final Place HCMC = new Place(10.7532, 106.6784, "Hồ Chí Minh");
    private static final Place CAN_THO = new Place(10.0295, 105.7558, null);
    private static final Ranking RANKING = new Ranking(RankingRules.PROPOSED, NOON);

    @ParameterizedTest
    @MethodSource("hardFilters")
    void onlyAKnownNoIsFilteredAndSaysWhy(Candidate unit, Needs needs, Why why, boolean suitable) {
        var ranked = RANKING.rank(seeker(needs), List.of(unit)).getFirst();

        assertThat(ranked.suitable()).isEqualTo(suitable);
        assertThat(ranked.reasons()).extracting(Ranked.Reason::why).contains(why);
    }

    static Stream<Arguments> hardFilters() {
        var able = unit(HTD, HCMC).build();
        return Stream.of(
                argumentSet("can do VV", able, needs(), Why.ECMO, true),
                argumentSet(
                        "VV not known",
                        unit(HTD, HCMC).vv(Finding.UNKNOWN).build(),
                        needs(),
                        Why.ECMO_UNKNOWN,
                        true),
                argumentSet(
                        "no VV",
                        unit(HTD, HCMC).vv(Finding.NO).build(),
                        needs(),
                        Why.NO_ECMO,
                        false),
                argumentSet(
                        "VAV needs both",
                        unit(HTD, HCMC).va(Finding.NO).build(),
                        on(EcmoMode.VAV),
                        Why.NO_ECMO,
                        false),
                argumentSet("another mode: call", able, on(EcmoMode.OTHER), Why.ECMO_UNKNOWN, true),
                argumentSet("mode not known, does both", able, on(null), Why.ECMO, true),
                argumentSet(
                        "mode not known, does one: call",
                        unit(HTD, HCMC).va(Finding.NO).build(),
                        on(null),
                        Why.ECMO_UNKNOWN,
                        true),
                argumentSet(
                        "mode not known, does none",
                        unit(HTD, HCMC).vv(Finding.NO).va(Finding.NO).build(),
                        on(null),
                        Why.NO_ECMO,
                        false),
                argumentSet(
                        "another mode, does none",
                        unit(HTD, HCMC).vv(Finding.NO).va(Finding.NO).build(),
                        on(EcmoMode.OTHER),
                        Why.NO_ECMO,
                        false),
                argumentSet(
                        "wants advice whether ECMO at all, does none: call",
                        unit(HTD, HCMC).vv(Finding.NO).va(Finding.NO).build(),
                        wantingAdvice(),
                        Why.ECMO_UNKNOWN,
                        true),
                argumentSet(
                        "where it stands is not known: call",
                        unit(HTD, null).build(),
                        needs(),
                        Why.TRAVEL_NOT_KNOWN,
                        true),
                argumentSet("an adult in an adults' unit", able, needs(), Why.AGE, true),
                argumentSet(
                        "an adult in a children's unit",
                        unit(HTD, HCMC).ages(Ages.PAEDIATRIC).build(),
                        needs(),
                        Why.WRONG_AGE,
                        false),
                argumentSet("a child in an adults' unit", able, child(8, 26), Why.WRONG_AGE, false),
                argumentSet("13 years and 45 kg fits both", able, child(13, 45), Why.AGE, true),
                argumentSet(
                        "13 years and 30 kg does not", able, child(13, 30), Why.WRONG_AGE, false),
                argumentSet(
                        "13 years, weight not known", able, child(13, null), Why.AGE_UNKNOWN, true),
                argumentSet(
                        "17 years in a children's unit",
                        unit(HTD, HCMC).ages(Ages.PAEDIATRIC).build(),
                        seventeen(),
                        Why.AGE,
                        true),
                argumentSet(
                        "CRRT not known",
                        unit(HTD, HCMC).crrt(Finding.UNKNOWN).build(),
                        needs(),
                        Why.CRRT_UNKNOWN,
                        true),
                argumentSet(
                        "no CRRT",
                        unit(HTD, HCMC).crrt(Finding.NO).build(),
                        needs(),
                        Why.NO_CRRT,
                        false),
                argumentSet(
                        "within the weights it states",
                        unit(HTD, HCMC).weights(3, 120).build(),
                        child(13, 45),
                        Why.WEIGHT,
                        true),
                argumentSet(
                        "too heavy for it",
                        unit(HTD, HCMC).weights(3, 40).build(),
                        child(13, 45),
                        Why.WRONG_WEIGHT,
                        false),
                argumentSet(
                        "too light for it",
                        unit(HTD, HCMC).weights(50, 120).build(),
                        child(13, 45),
                        Why.WRONG_WEIGHT,
                        false),
                argumentSet(
                        "weight not known where there is a limit",
                        unit(HTD, HCMC).weights(3, 120).build(),
                        child(13, null),
                        Why.WEIGHT_UNKNOWN,
                        true),
                argumentSet(
                        "has the specialty",
                        unit(HTD, HCMC).has(Specialty.OBSTETRICS).build(),
                        pregnant(),
                        Why.SPECIALTIES,
                        true),
                argumentSet(
                        "says nothing of the specialty",
                        able,
                        pregnant(),
                        Why.SPECIALTY_UNKNOWN,
                        true),
                argumentSet(
                        "lacks the specialty",
                        unit(HTD, HCMC).lacks(Specialty.OBSTETRICS).build(),
                        pregnant(),
                        Why.NO_SPECIALTY,
                        false),
                argumentSet("somebody is on duty", able, needs(), Why.ON_DUTY, true),
                argumentSet(
                        "roster not known",
                        unit(HTD, HCMC).onDuty(Finding.UNKNOWN).build(),
                        needs(),
                        Why.DUTY_UNKNOWN,
                        true),
                argumentSet(
                        "nobody on duty",
                        unit(HTD, HCMC).onDuty(Finding.NO).build(),
                        needs(),
                        Why.NOBODY_ON_DUTY,
                        false),
                argumentSet(
                        "not activated",
                        unit(HTD, HCMC).activated(false).build(),
                        needs(),
                        Why.NOT_ACTIVATED,
                        false),
                argumentSet(
                        "ready for none",
                        unit(HTD, HCMC).ready(0).build(),
                        needs(),
                        Why.NOT_READY_FOR_OUTSIDE,
                        false),
                argumentSet(
                        "doubted", unit(HTD, HCMC).doubted().build(), needs(), Why.DOUBTED, false),
                argumentSet(
                        "it said not now",
                        unit(GIA_DINH, HCMC).build(),
                        needs(),
                        Why.SAID_NOT_NOW,
                        false));
    }

    @Test
    void sureComesBeforeNearAndWishBeforeTravel() {
        var near = unit(Known.ward("can-tho-central"), CAN_THO).crrt(Finding.UNKNOWN).build();
        var far = unit(CHO_RAY, HCMC).build();
        var wished = unit(HTD, HCMC).taken(3).build();
        var needs = wishing(needs(), HTD.organisation());

        assertThat(RANKING.rank(seeker(needs), List.of(near, far, wished)))
                .extracting(Ranked::ward)
                .containsExactly(HTD, CHO_RAY, Known.ward("can-tho-central"));
    }

    @Test
    void whoseWayIsNotKnownIsNotTakenForNear() {
        var near = unit(Known.ward("can-tho-central"), CAN_THO).build();
        var somewhere = unit(HTD, null).build();

        assertThat(RANKING.rank(seeker(needs()), List.of(somewhere, near)))
                .extracting(Ranked::ward)
                .containsExactly(Known.ward("can-tho-central"), HTD);
    }

    @Test
    void inASurgeTheSameReportIsOlder() {
        var report = NOON.minus(Duration.ofHours(2));
        var usual = unit(HTD, HCMC).reported(report).build();
        var inSurge = unit(CHO_RAY, HCMC).reported(report).inSurge().build();

        var ranked = RANKING.rank(seeker(needs()), List.of(inSurge, usual));

        assertThat(ranked).extracting(Ranked::ward).containsExactly(HTD, CHO_RAY);
        assertThat(ranked.getLast().reasons()).contains(new Ranked.Reason(Why.REPORT_OLD, null));
        assertThat(ranked.getLast().score() - ranked.getFirst().score())
                .isEqualTo(2 * RankingRules.PROPOSED.stale());
    }

    @Test
    void travelIsEstimatedByRoadAndSlowInsideABigCity() {
        var rules = RankingRules.PROPOSED;

        assertThat(rules.estimate(SOC_TRANG, HCMC)).isEqualTo(Travel.Leg.estimated(303));
        assertThat(rules.estimate(new Place(10.8039, 106.6941, "Hồ Chí Minh"), HCMC))
                .isEqualTo(Travel.Leg.estimated(24));
    }

    @Test
    void aRouteThatIsKnownReplacesTheEstimateAndSaysHowOldItIs() {
        Travel travel = (_, _) -> new Travel.Leg(290, Duration.ofHours(49));
        var ranking = new Ranking(RankingRules.PROPOSED, travel, NOON);

        var ranked =
                ranking.rank(seeker(needs()), List.of(unit(HTD, HCMC).taken(0).build())).getFirst();

        assertThat(ranked.score()).isEqualTo(290 + 15);
        assertThat(ranked.reasons())
                .extracting(Ranked.Reason::word)
                .contains("TRAVEL_MINUTES:290", "ROUTED_HOURS_AGO:49");
    }

    @Test
    void whoseRosterIsNotKnownComesAfterThoseWhereSomebodyIs() {
        var near = unit(Known.ward("can-tho-central"), CAN_THO).onDuty(Finding.UNKNOWN).build();
        var far = unit(CHO_RAY, HCMC).build();
        var notSure = unit(HTD, HCMC).crrt(Finding.UNKNOWN).build();

        assertThat(RANKING.rank(seeker(needs()), List.of(notSure, near, far)))
                .extracting(Ranked::ward)
                .containsExactly(CHO_RAY, Known.ward("can-tho-central"), HTD);
    }

    @Test
    void theResponsibilityRegionCountsAsConfiguredAndNotAtAllInNormalTimes() {
        var near = unit(Known.ward("can-tho-central"), CAN_THO).build();
        var responsible = unit(CHO_RAY, HCMC).build();
        var seeker =
                new Seeker(
                        new OrganisationId("soc-trang-covid"),
                        SOC_TRANG,
                        Set.of(CHO_RAY.organisation()),
                        needs(),
                        Set.of());
        var surge = new RankingRules(1.35, 40, 20, 60, 15, 240, FreshnessRules.PROPOSED);

        assertThat(RANKING.rank(seeker, List.of(near, responsible)).getFirst().reasons())
                .contains(new Ranked.Reason(Why.OUTSIDE_REGION, null));
        assertThat(new Ranking(surge, NOON).rank(seeker, List.of(near, responsible)))
                .extracting(Ranked::ward)
                .containsExactly(CHO_RAY, Known.ward("can-tho-central"));
    }

    @Test
    void everyReasonIsReadAsItWasKept() {
        for (var why : Why.values()) {
            var plain = new Ranked.Reason(why, null);
            var numbered = new Ranked.Reason(why, 7);

            assertThat(Ranked.Reason.read(plain.word())).isEqualTo(plain);
            assertThat(Ranked.Reason.read(numbered.word())).isEqualTo(numbered);
        }
    }

    @Test
    void loadAndTheAgeOfTheReportCountAsMinutes() {
        var empty = unit(HTD, HCMC).taken(0).reported(NOON.minus(Duration.ofHours(1))).build();
        var fuller = unit(CHO_RAY, HCMC).taken(2).reported(NOON.minus(Duration.ofHours(9))).build();

        var ranked = RANKING.rank(seeker(needs()), List.of(fuller, empty));

        assertThat(ranked).extracting(Ranked::score).containsExactly(303 + 15, 303 + 45 + 15);
        assertThat(ranked.getLast().reasons())
                .contains(
                        new Ranked.Reason(Why.TRAVEL_MINUTES_ESTIMATED, 303),
                        new Ranked.Reason(Why.LOAD_PER_CENT, 75),
                        new Ranked.Reason(Why.REPORT_AMBER, null));
    }

    @ParameterizedTest
    @MethodSource("ranks")
    void theQueueIsByClassThenTopRankThenWaiting(QueueRank first, QueueRank second) {
        assertThat(first).isLessThan(second);
    }

    static Stream<Arguments> ranks() {
        return Stream.of(
                argumentSet(
                        "put first before any class",
                        putFirst(rank(Urgency.U3, false, false, 0)),
                        rank(Urgency.U0, true, true, 600)),
                argumentSet(
                        "U1 before U2",
                        rank(Urgency.U1, true, false, 0),
                        rank(Urgency.U2, false, false, 600)),
                argumentSet(
                        "unendorsed U0 queues as U2",
                        rank(Urgency.U2, false, false, 60),
                        rank(Urgency.U0, false, false, 30)),
                argumentSet(
                        "longer waiting first",
                        rank(Urgency.U2, false, false, 60),
                        rank(Urgency.U2, false, false, 30)),
                argumentSet(
                        "top rank first",
                        rank(Urgency.U2, false, true, 0),
                        rank(Urgency.U2, false, false, 60)),
                argumentSet(
                        "top rank stays in its class",
                        rank(Urgency.U1, true, false, 0),
                        rank(Urgency.U2, false, true, 60)),
                argumentSet(
                        "U3 ages to U2 after 12 h",
                        rank(Urgency.U3, false, false, 720),
                        rank(Urgency.U2, false, false, 700)),
                argumentSet(
                        "U3 not before",
                        rank(Urgency.U2, false, false, 1),
                        rank(Urgency.U3, false, false, 719)),
                argumentSet(
                        "U3 never into U1",
                        rank(Urgency.U1, true, false, 0),
                        rank(Urgency.U3, false, false, 9999)));
    }

    private static QueueRank putFirst(QueueRank it) {
        return new QueueRank(true, it.queuesAs(), it.topRank(), it.queuedAt(), it.transfer());
    }

    private static QueueRank rank(Urgency urgency, boolean endorsed, boolean top, int minutes) {
        var of =
                new CaseRef(
                        new TransferId(new UUID(minutes, endorsed ? 1 : 2)),
                        "7F3K9Q",
                        HTD.organisation(),
                        urgency,
                        1);
        var search = new Search(Routing.SEARCH, null, null, endorsed, top, needs());
        return QueueRank.of(
                of,
                search,
                false,
                NOON.minus(Duration.ofMinutes(minutes)),
                Duration.ofHours(12),
                NOON);
    }

    static Seeker seeker(Needs needs) {
        return new Seeker(
                new OrganisationId("soc-trang-covid"),
                SOC_TRANG,
                Set.of(),
                needs,
                Set.of(GIA_DINH.unit()));
    }

    private static Needs on(EcmoMode mode) {
        return with(needs().ecmoStatus(), mode);
    }

    private static Needs wantingAdvice() {
        return with(EcmoStatus.UNKNOWN, null);
    }

    private static Needs with(EcmoStatus status, EcmoMode mode) {
        var it = needs();
        return new Needs(
                status,
                mode,
                it.ageGroup(),
                it.ageYears(),
                it.weightKg(),
                it.crrt(),
                it.isolation(),
                it.specialties(),
                it.wishes());
    }

    private static Needs child(int years, Integer kg) {
        var it = needs();
        return new Needs(
                it.ecmoStatus(),
                it.ecmoMode(),
                AgeGroup.CHILD,
                years,
                kg == null ? null : BigDecimal.valueOf(kg),
                it.crrt(),
                it.isolation(),
                it.specialties(),
                it.wishes());
    }

    private static Needs pregnant() {
        var it = needs();
        return new Needs(
                it.ecmoStatus(),
                it.ecmoMode(),
                it.ageGroup(),
                it.ageYears(),
                it.weightKg(),
                it.crrt(),
                it.isolation(),
                Set.of(Specialty.OBSTETRICS),
                it.wishes());
    }

    private static Needs seventeen() {
        var it = needs();
        return new Needs(
                it.ecmoStatus(),
                it.ecmoMode(),
                AgeGroup.ADULT,
                17,
                BigDecimal.valueOf(55),
                it.crrt(),
                it.isolation(),
                it.specialties(),
                it.wishes());
    }

    private static Needs wishing(Needs it, OrganisationId wish) {
        return new Needs(
                it.ecmoStatus(),
                it.ecmoMode(),
                it.ageGroup(),
                it.ageYears(),
                it.weightKg(),
                it.crrt(),
                it.isolation(),
                it.specialties(),
                List.of(wish));
    }

    static Unit unit(Ward ward, Place place) {
        return new Unit(ward, place);
    }

    /** A unit that can do everything and has one of four slots free, but for what a test says. */
    static final class Unit {
        private final Ward ward;
        private final Place place;
        private Finding vv = Finding.YES;
        private Finding va = Finding.YES;
        private Finding crrt = Finding.YES;
        private Ages ages = Ages.ADULT;
        private BigDecimal minKg;
        private BigDecimal maxKg;
        private Set<Specialty> specialties = Set.of();
        private Set<Specialty> lacking = Set.of();
        private Finding onDuty = Finding.YES;
        private boolean activated = true;
        private boolean doubted;
        private int ready = 1;
        private int taken = 0;
        private List<SlotId> free = List.of(SLOT);
        private boolean team;
        private Instant reportedAt = NOON;
        private boolean inSurge;

        private Unit(Ward ward, Place place) {
            this.ward = ward;
            this.place = place;
        }

        Unit vv(Finding found) {
            vv = found;
            return this;
        }

        Unit va(Finding found) {
            va = found;
            return this;
        }

        Unit crrt(Finding found) {
            crrt = found;
            return this;
        }

        Unit weights(int from, int to) {
            minKg = BigDecimal.valueOf(from);
            maxKg = BigDecimal.valueOf(to);
            return this;
        }

        Unit has(Specialty... some) {
            specialties = Set.of(some);
            return this;
        }

        Unit lacks(Specialty... some) {
            lacking = Set.of(some);
            return this;
        }

        Unit onDuty(Finding found) {
            onDuty = found;
            return this;
        }

        Unit ages(Ages taken) {
            ages = taken;
            return this;
        }

        Unit activated(boolean is) {
            activated = is;
            return this;
        }

        Unit doubted() {
            doubted = true;
            return this;
        }

        Unit ready(int number) {
            ready = number;
            return this;
        }

        Unit taken(int number) {
            taken = number;
            return this;
        }

        Unit free(SlotId... slots) {
            free = List.of(slots);
            return this;
        }

        Unit withTeam() {
            team = true;
            return this;
        }

        Unit reported(Instant at) {
            reportedAt = at;
            return this;
        }

        Unit inSurge() {
            inSurge = true;
            return this;
        }

        Candidate build() {
            return new Candidate(
                    ward,
                    new Abilities(
                            ages, minKg, maxKg, vv, va, crrt, Finding.YES, specialties, lacking),
                    place,
                    activated,
                    team,
                    onDuty,
                    ready,
                    doubted,
                    4,
                    taken,
                    free,
                    reportedAt,
                    inSurge);
        }
    }
}
