package vn.lienvien.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts what a consumer drops and skips: both are normal, and a sudden change of either is not.
 */
@ApplicationScoped
class InboxMetrics {

    private final MeterRegistry metrics;

    InboxMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void repeated(String consumer) {
        metrics.counter("lienvien.inbox.repeated", "consumer", consumer).increment();
    }

    void skipped(String consumer, int records) {
        metrics.counter("lienvien.inbox.skipped", "consumer", consumer).increment(records);
    }
}
