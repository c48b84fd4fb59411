package vn.lienvien.bed.placement.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One unit in the ranking of one transfer, with its reasons.
 *
 * @param score minutes of travel, to which everything else was converted; less is better
 */
public record Ranked(Ward ward, boolean suitable, int wish, int score, List<Reason> reasons) {

    public Ranked {
        reasons = List.copyOf(reasons);
    }

    /** What comes before any score: the sure ones, then whose roster is not known, then to call. */
    int tier() {
        return (toBeCalled() ? 2 : 0) + (dutyUnknown() ? 1 : 0);
    }

    public boolean isWished() {
        return wish != Ranking.NOT_WISHED;
    }

    /** What speaks against how many of them now. */
    public static Map<Why, Integer> blocked(List<Ranked> ranking) {
        var counted = new EnumMap<Why, Integer>(Why.class);
        ranking.stream()
                .flatMap(it -> it.reasons().stream())
                .map(Reason::why)
                .filter(it -> it.finding() == Finding.NO || it == Why.NO_FREE_SLOT)
                .forEach(it -> counted.merge(it, 1, Integer::sum));
        return counted;
    }

    boolean isTravelKnown() {
        return !reasons.contains(Reason.of(Why.TRAVEL_NOT_KNOWN));
    }

    /** 0 when it is not known, as in the score. */
    public int travelMinutes() {
        return value(Why.TRAVEL_MINUTES, Why.TRAVEL_MINUTES_ESTIMATED);
    }

    /** The part of the score that is for how full the unit would be. */
    int loadMinutes(RankingRules rules) {
        return rules.fullLoad() * value(Why.LOAD_PER_CENT, Why.LOAD_PER_CENT) / 100;
    }

    private int value(Why one, Why other) {
        for (var reason : reasons) {
            if (reason.why() == one || reason.why() == other) {
                return reason.value();
            }
        }
        return 0;
    }

    private boolean toBeCalled() {
        for (var reason : reasons) {
            if (reason.why().finding() == Finding.UNKNOWN && reason.why() != Why.DUTY_UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** Its roster is not known here: after those of whom it is known that somebody is there. */
    private boolean dutyUnknown() {
        return reasons.contains(Reason.of(Why.DUTY_UNKNOWN));
    }

    /** The patient could be treated there, whatever the unit says of its readiness. */
    boolean fits() {
        return reasons.stream()
                .map(Reason::why)
                .noneMatch(
                        why ->
                                why == Why.NO_ECMO
                                        || why == Why.WRONG_AGE
                                        || why == Why.WRONG_WEIGHT
                                        || why == Why.NO_SPECIALTY
                                        || why == Why.NO_CRRT
                                        || why == Why.NO_ISOLATION);
    }

    /** It could be asked sooner or later: it fits, and what speaks against it now may change. */
    boolean mayBeReached() {
        return fits()
                && reasons.stream()
                        .map(Reason::why)
                        .noneMatch(
                                why ->
                                        why == Why.NOT_ACTIVATED
                                                || why == Why.NOBODY_ON_DUTY
                                                || why == Why.DOUBTED
                                                || why == Why.SAID_NOT_NOW
                                                || why == Why.SENDER_ITSELF);
    }

    boolean isNoLongerFresh() {
        return reasons.stream().map(Reason::why).noneMatch(why -> why == Why.REPORT_FRESH);
    }

    /** One reason, with its number where it has one: minutes, per cent, place among the wishes. */
    public record Reason(Why why, Integer value) {

        private static final Map<Why, Reason> WITHOUT_NUMBER = withoutNumber();

        static Reason of(Why why) {
            return WITHOUT_NUMBER.get(why);
        }

        private static Map<Why, Reason> withoutNumber() {
            var all = new EnumMap<Why, Reason>(Why.class);
            for (var why : Why.values()) {
                all.put(why, new Reason(why, null));
            }
            return all;
        }

        /** As it is kept and shown: {@code ECMO} or {@code TRAVEL_MINUTES:305}. */
        public String word() {
            return value == null ? why.name() : why.name() + ":" + value;
        }

        public static Reason read(String word) {
            int colon = word.indexOf(':');
            return colon < 0
                    ? of(Why.valueOf(word))
                    : new Reason(
                            Why.valueOf(word.substring(0, colon)),
                            Integer.valueOf(word.substring(colon + 1)));
        }
    }

    /** Everything that can be said for or against a unit. */
    public enum Why {
        ECMO(Finding.YES),
        ECMO_UNKNOWN(Finding.UNKNOWN),
        NO_ECMO(Finding.NO),
        AGE(Finding.YES),
        AGE_UNKNOWN(Finding.UNKNOWN),
        WRONG_AGE(Finding.NO),
        WEIGHT(Finding.YES),
        WEIGHT_UNKNOWN(Finding.UNKNOWN),
        WRONG_WEIGHT(Finding.NO),
        CRRT(Finding.YES),
        CRRT_UNKNOWN(Finding.UNKNOWN),
        NO_CRRT(Finding.NO),
        ISOLATION(Finding.YES),
        ISOLATION_UNKNOWN(Finding.UNKNOWN),
        NO_ISOLATION(Finding.NO),
        SPECIALTIES(Finding.YES),
        SPECIALTY_UNKNOWN(Finding.UNKNOWN),
        NO_SPECIALTY(Finding.NO),
        ON_DUTY(Finding.YES),
        DUTY_UNKNOWN(Finding.UNKNOWN),
        NOBODY_ON_DUTY(Finding.NO),
        NOT_ACTIVATED(Finding.NO),
        NOT_READY_FOR_OUTSIDE(Finding.NO),
        DOUBTED(Finding.NO),
        SAID_NOT_NOW(Finding.NO),
        SENDER_ITSELF(Finding.NO),
        WISHED(Finding.YES),
        TRAVEL_MINUTES(Finding.YES),
        ROUTED_HOURS_AGO(Finding.YES),
        TRAVEL_MINUTES_ESTIMATED(Finding.YES),
        TRAVEL_NOT_KNOWN(Finding.UNKNOWN),
        LOAD_PER_CENT(Finding.YES),
        REPORT_FRESH(Finding.YES),
        REPORT_AMBER(Finding.YES),
        REPORT_OLD(Finding.YES),
        REPORT_EXPIRED(Finding.YES),
        IN_REGION(Finding.YES),
        OUTSIDE_REGION(Finding.YES),
        NO_FREE_SLOT(Finding.YES);

        private final Finding finding;

        Why(Finding finding) {
            this.finding = finding;
        }

        public Finding finding() {
            return finding;
        }
    }
}
