package vn.lienvien.bed.placement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.lienvien.bed.placement.domain.Ranked.Reason;
import vn.lienvien.bed.placement.domain.Ranked.Why;

/**
 * Orders units for one patient and says why. Hard filters reject only a known "no"; a unit with
 * something unknown comes after all that are sure, to be called.
 */
public record Ranking(RankingRules rules, Travel travel, Instant now) {

    static final int NOT_WISHED = Integer.MAX_VALUE;

    private static final Comparator<Tiered> ORDER =
            Comparator.comparingInt(Tiered::tier)
                    .thenComparingInt(it -> it.unit.wish())
                    .thenComparingInt(it -> it.unit.score())
                    .thenComparing(it -> it.unit.ward().unit().value());

    /** Travel is estimated. */
    public Ranking(RankingRules rules, Instant now) {
        this(rules, rules::estimate, now);
    }

    /** All candidates, best first, the unsuitable ones at the end with what speaks against them. */
    public List<Ranked> rank(Seeker seeker, Collection<Candidate> candidates) {
        return candidates.stream()
                .map(it -> Tiered.of(judge(seeker, it)))
                .sorted(ORDER)
                .map(Tiered::unit)
                .toList();
    }

    public boolean suits(Seeker seeker, Candidate candidate) {
        return judge(seeker, candidate).suitable();
    }

    /** What comes before any score, found once for each unit: thousands are sorted in a pass. */
    private record Tiered(int tier, Ranked unit) {

        static Tiered of(Ranked it) {
            return new Tiered((it.suitable() ? 0 : 4) + it.tier(), it);
        }
    }

    private Ranked judge(Seeker seeker, Candidate unit) {
        var reasons = new ArrayList<Reason>();
        clinical(seeker.needs(), unit.abilities(), reasons);
        standing(seeker, unit, reasons);
        boolean suitable = reasons.stream().noneMatch(it -> it.why().finding() == Finding.NO);
        int wish = wish(seeker, unit, reasons);
        return new Ranked(unit.ward(), suitable, wish, score(seeker, unit, reasons), reasons);
    }

    private static void clinical(Needs needs, Abilities can, List<Reason> reasons) {
        say(reasons, can.ecmo(needs), Why.ECMO, Why.ECMO_UNKNOWN, Why.NO_ECMO);
        say(reasons, can.ages().takes(needs), Why.AGE, Why.AGE_UNKNOWN, Why.WRONG_AGE);
        if (can.limitsWeight()) {
            var carries = can.carries(needs.weightKg());
            say(reasons, carries, Why.WEIGHT, Why.WEIGHT_UNKNOWN, Why.WRONG_WEIGHT);
        }
        if (needs.crrt() == Finding.YES) {
            say(reasons, can.crrt(), Why.CRRT, Why.CRRT_UNKNOWN, Why.NO_CRRT);
        }
        if (needs.isolation() == Finding.YES) {
            say(reasons, can.isolation(), Why.ISOLATION, Why.ISOLATION_UNKNOWN, Why.NO_ISOLATION);
        }
        if (!needs.specialties().isEmpty()) {
            var has = can.has(needs.specialties());
            say(reasons, has, Why.SPECIALTIES, Why.SPECIALTY_UNKNOWN, Why.NO_SPECIALTY);
        }
    }

    private static void standing(Seeker seeker, Candidate unit, List<Reason> reasons) {
        if (!unit.activated()) {
            reasons.add(Reason.of(Why.NOT_ACTIVATED));
        }
        say(reasons, unit.onDuty(), Why.ON_DUTY, Why.DUTY_UNKNOWN, Why.NOBODY_ON_DUTY);
        if (unit.readyForOutside() <= 0) {
            reasons.add(Reason.of(Why.NOT_READY_FOR_OUTSIDE));
        }
        if (unit.doubted()) {
            reasons.add(Reason.of(Why.DOUBTED));
        }
        if (seeker.excluded().contains(unit.ward().unit())) {
            reasons.add(Reason.of(Why.SAID_NOT_NOW));
        }
        if (unit.ward().organisation().equals(seeker.origin())) {
            reasons.add(Reason.of(Why.SENDER_ITSELF));
        }
        if (unit.free().isEmpty()) {
            reasons.add(Reason.of(Why.NO_FREE_SLOT));
        }
    }

    private static int wish(Seeker seeker, Candidate unit, List<Reason> reasons) {
        int place = seeker.needs().wishes().indexOf(unit.ward().organisation());
        if (place < 0) {
            return NOT_WISHED;
        }
        reasons.add(new Reason(Why.WISHED, place + 1));
        return place;
    }

    private int score(Seeker seeker, Candidate unit, List<Reason> reasons) {
        int load = loadPerCent(unit.slots(), unit.taken() + 1);
        var freshness =
                rules.freshness()
                        .of(
                                unit.reportedAt() == null
                                        ? null
                                        : Duration.between(unit.reportedAt(), now),
                                unit.inSurge());
        int travel = travel(seeker, unit, reasons);
        reasons.add(new Reason(Why.LOAD_PER_CENT, load));
        reasons.add(Reason.of(reportIs(freshness)));
        return travel
                + rules.fullLoad() * load / 100
                + rules.stale() * freshness.steps()
                + (outsideRegion(seeker, unit, reasons) ? rules.region() : 0);
    }

    static int loadPerCent(int slots, int taken) {
        return slots == 0 ? 100 : Math.min(100, 100 * taken / slots);
    }

    private static boolean outsideRegion(Seeker seeker, Candidate unit, List<Reason> reasons) {
        if (seeker.responsible().isEmpty()) {
            return false;
        }
        boolean outside = !seeker.responsible().contains(unit.ward().organisation());
        reasons.add(Reason.of(outside ? Why.OUTSIDE_REGION : Why.IN_REGION));
        return outside;
    }

    private int travel(Seeker seeker, Candidate unit, List<Reason> reasons) {
        if (seeker.from() == null || unit.place() == null) {
            reasons.add(Reason.of(Why.TRAVEL_NOT_KNOWN));
            return 0;
        }
        var leg = travel.between(seeker.from(), unit.place());
        if (leg.estimate()) {
            reasons.add(new Reason(Why.TRAVEL_MINUTES_ESTIMATED, leg.minutes()));
        } else {
            reasons.add(new Reason(Why.TRAVEL_MINUTES, leg.minutes()));
            reasons.add(new Reason(Why.ROUTED_HOURS_AGO, (int) leg.routedAgo().toHours()));
        }
        return leg.minutes();
    }

    private static void say(List<Reason> reasons, Finding found, Why yes, Why unknown, Why no) {
        reasons.add(
                Reason.of(
                        switch (found) {
                            case YES -> yes;
                            case UNKNOWN -> unknown;
                            case NO -> no;
                        }));
    }

    private static Why reportIs(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Why.REPORT_FRESH;
            case AMBER -> Why.REPORT_AMBER;
            case OLD -> Why.REPORT_OLD;
            case EXPIRED -> Why.REPORT_EXPIRED;
        };
    }
}
