package vn.lienvien.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.Repeating;

/** What waits, as numbers an alarm can watch: none of them may grow old. */
@ApplicationScoped
class Backlog {

    private static final String COUNT =
            """
            select coalesce(extract(epoch from app_now() - min(o.recorded_at)), 0)::bigint, count(o.id),
                   (select count(*) from parked), (select count(distinct (consumer, topic, key)) from parked)
            from outbox o where published_at is null
            """;

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** In the order in which they are counted. */
    private static final List<String> GAUGES =
            List.of(
                    "lienvien.outbox.oldest.seconds",
                    "lienvien.outbox.unpublished",
                    "lienvien.inbox.parked.records",
                    "lienvien.inbox.parked.keys");

    private final Sql sql;
    private final KitConfig config;
    private final List<AtomicLong> gauges;

    Backlog(Sql sql, KitConfig config, MeterRegistry metrics) {
        this.sql = sql;
        this.config = config;
        this.gauges = GAUGES.stream().map(name -> metrics.gauge(name, new AtomicLong())).toList();
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        if (config.kafka()) {
            repeating.every(EVERY, "counting the backlog", () -> sql.one(COUNT, this::show));
        }
    }

    private Void show(ResultSet row) throws SQLException {
        for (int i = 0; i < gauges.size(); i++) {
            gauges.get(i).set(row.getLong(i + 1));
        }
        return null;
    }
}
