package vn.lienvien.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.sql.Sql;

/** What waits, as numbers an alarm can watch: none of them may grow old. */
@ApplicationScoped
class Backlog {

    private static final String COUNT =
            """
            select coalesce(extract(epoch from app_now() - min(o.recorded_at)), 0)::bigint, count(o.id),
                   (select count(*) from parked), (select count(distinct (consumer, topic, key)) from parked)
            from outbox o where published_at is null
            """;

    private final Sql sql;
    private final KitConfig config;
    private final AtomicLong oldestUnpublished;
    private final AtomicLong unpublished;
    private final AtomicLong parkedRecords;
    private final AtomicLong parkedKeys;

    Backlog(Sql sql, KitConfig config, MeterRegistry metrics) {
        this.sql = sql;
        this.config = config;
        this.oldestUnpublished = metrics.gauge("lienvien.outbox.oldest.seconds", new AtomicLong());
        this.unpublished = metrics.gauge("lienvien.outbox.unpublished", new AtomicLong());
        this.parkedRecords = metrics.gauge("lienvien.inbox.parked.records", new AtomicLong());
        this.parkedKeys = metrics.gauge("lienvien.inbox.parked.keys", new AtomicLong());
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        if (!config.kafka()) {
            return;
        }
        sql.one(
                COUNT,
                row -> {
                    oldestUnpublished.set(row.getLong(1));
                    unpublished.set(row.getLong(2));
                    parkedRecords.set(row.getLong(3));
                    parkedKeys.set(row.getLong(4));
                    return null;
                });
    }
}
