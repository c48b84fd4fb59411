package vn.lienvien.bed.placement.domain;

import static java.util.Comparator.comparing;

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
public record Ranking(RankingRules rules, Instant now) {

    private static final int NOT_WISHED = Integer.MAX_VALUE;

    private static final Comparator<Ranked> ORDER =
            comparing((Ranked ranked) -> !ranked.suitable())
                    .thenComparing(Ranked::toBeCalled)
                    .thenComparingInt(Ranked::wish)
                    .thenComparingInt(Ranked::score)
                    .thenComparing(ranked -> ranked.ward().unit().value());

    /** All candidates, best first, the unsuitable ones at the end with what speaks against them. */
    public List<Ranked> rank(Seeker seeker, Collection<Candidate> candidates) {
        return candidates.stream().map(it -> judge(seeker, it)).sorted(ORDER).toList();
    }

    public boolean suits(Seeker seeker, Candidate candidate) {
        return judge(seeker, candidate).suitable();
    }

    private Ranked judge(Seeker seeker, Candidate unit) {
        var reasons = new ArrayList<Reason>();
        var needs = seeker.needs();
        say(reasons, unit.ecmo(needs), Why.ECMO, Why.ECMO_UNKNOWN, Why.NO_ECMO);
        say(reasons, unit.ages().takes(needs), Why.AGE, Why.AGE_UNKNOWN, Why.WRONG_AGE);
        if (needs.crrt() == Finding.YES) {
            say(reasons, unit.crrt(), Why.CRRT, Why.CRRT_UNKNOWN, Why.NO_CRRT);
        }
        if (needs.isolation() == Finding.YES) {
            say(reasons, unit.isolation(), Why.ISOLATION, Why.ISOLATION_UNKNOWN, Why.NO_ISOLATION);
        }
        if (!needs.specialties().isEmpty()) {
            boolean all = unit.specialties().containsAll(needs.specialties());
            reasons.add(new Reason(all ? Why.SPECIALTIES : Why.SPECIALTY_UNKNOWN, null));
        }
        standing(seeker, unit, reasons);
        boolean suitable = reasons.stream().noneMatch(it -> it.why().finding() == Finding.NO);
        int wish = wish(seeker, unit, reasons);
        return new Ranked(unit.ward(), suitable, wish, score(seeker, unit, reasons), reasons);
    }

    private static void standing(Seeker seeker, Candidate unit, List<Reason> reasons) {
        if (!unit.activated()) {
            reasons.add(new Reason(Why.NOT_ACTIVATED, null));
        }
        if (unit.readyForOutside() <= 0) {
            reasons.add(new Reason(Why.NOT_READY_FOR_OUTSIDE, null));
        }
        if (unit.doubted()) {
            reasons.add(new Reason(Why.DOUBTED, null));
        }
        if (seeker.excluded().contains(unit.ward().unit())) {
            reasons.add(new Reason(Why.SAID_NOT_NOW, null));
        }
        if (unit.ward().organisation().equals(seeker.origin())) {
            reasons.add(new Reason(Why.SENDER_ITSELF, null));
        }
        if (unit.free().isEmpty()) {
            reasons.add(new Reason(Why.NO_FREE_SLOT, null));
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
        int load = unit.slots() == 0 ? 100 : Math.min(100, 100 * (unit.taken() + 1) / unit.slots());
        var freshness =
                rules.freshness(
                        unit.reportedAt() == null
                                ? null
                                : Duration.between(unit.reportedAt(), now));
        int travel = travel(seeker, unit, reasons);
        reasons.add(new Reason(Why.LOAD_PER_CENT, load));
        reasons.add(new Reason(reportIs(freshness), null));
        return travel + rules.fullLoad() * load / 100 + rules.stale() * freshness.steps();
    }

    private int travel(Seeker seeker, Candidate unit, List<Reason> reasons) {
        if (seeker.from() == null || unit.place() == null) {
            reasons.add(new Reason(Why.TRAVEL_NOT_KNOWN, null));
            return 0;
        }
        int minutes = rules.travelMinutes(seeker.from(), unit.place());
        reasons.add(new Reason(Why.TRAVEL_MINUTES_ESTIMATED, minutes));
        return minutes;
    }

    private static void say(List<Reason> reasons, Finding found, Why yes, Why unknown, Why no) {
        reasons.add(
                new Reason(
                        switch (found) {
                            case YES -> yes;
                            case UNKNOWN -> unknown;
                            case NO -> no;
                        },
                        null));
    }

    private static Why reportIs(RankingRules.Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Why.REPORT_FRESH;
            case AMBER -> Why.REPORT_AMBER;
            case OLD -> Why.REPORT_OLD;
            case EXPIRED -> Why.REPORT_EXPIRED;
        };
    }
}
