package vn.lienvien.bed.placement.domain;

import java.util.List;

/**
 * One unit in the ranking of one transfer, with its reasons.
 *
 * @param score minutes of travel, to which everything else was converted; less is better
 */
public record Ranked(Ward ward, boolean suitable, int wish, int score, List<Reason> reasons) {

    public Ranked {
        reasons = List.copyOf(reasons);
    }

    boolean toBeCalled() {
        return reasons.stream().anyMatch(reason -> reason.why().finding() == Finding.UNKNOWN);
    }

    /** The patient could be treated there, whatever the unit says of its readiness. */
    boolean fits() {
        return reasons.stream()
                .map(Reason::why)
                .noneMatch(
                        why ->
                                why == Why.NO_ECMO
                                        || why == Why.WRONG_AGE
                                        || why == Why.NO_CRRT
                                        || why == Why.NO_ISOLATION);
    }

    /** One reason, with its number where it has one: minutes, per cent, place among the wishes. */
    public record Reason(Why why, Integer value) {}

    /** Everything that can be said for or against a unit. */
    public enum Why {
        ECMO(Finding.YES),
        ECMO_UNKNOWN(Finding.UNKNOWN),
        NO_ECMO(Finding.NO),
        AGE(Finding.YES),
        AGE_UNKNOWN(Finding.UNKNOWN),
        WRONG_AGE(Finding.NO),
        CRRT(Finding.YES),
        CRRT_UNKNOWN(Finding.UNKNOWN),
        NO_CRRT(Finding.NO),
        ISOLATION(Finding.YES),
        ISOLATION_UNKNOWN(Finding.UNKNOWN),
        NO_ISOLATION(Finding.NO),
        SPECIALTIES(Finding.YES),
        SPECIALTY_UNKNOWN(Finding.UNKNOWN),
        NOT_ACTIVATED(Finding.NO),
        NOT_READY_FOR_OUTSIDE(Finding.NO),
        DOUBTED(Finding.NO),
        SAID_NOT_NOW(Finding.NO),
        SENDER_ITSELF(Finding.NO),
        WISHED(Finding.YES),
        TRAVEL_MINUTES_ESTIMATED(Finding.YES),
        TRAVEL_NOT_KNOWN(Finding.YES),
        LOAD_PER_CENT(Finding.YES),
        REPORT_FRESH(Finding.YES),
        REPORT_AMBER(Finding.YES),
        REPORT_OLD(Finding.YES),
        REPORT_EXPIRED(Finding.YES),
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
