package vn.lienvien.journeys.bench;

import java.util.Collection;
import java.util.List;

/** What one round measured: how long each chain took, and how long the round lasted. */
record Sample(List<Long> nanos, double seconds) {

    static Sample of(Collection<Long> nanos, double seconds) {
        return new Sample(nanos.stream().sorted().toList(), seconds);
    }

    int chains() {
        return nanos.size();
    }

    double perSecond() {
        return chains() / seconds;
    }

    double millis(double quantile) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(quantile * nanos.size()) - 1;
        return nanos.get(Math.max(0, rank)) / 1e6;
    }
}
