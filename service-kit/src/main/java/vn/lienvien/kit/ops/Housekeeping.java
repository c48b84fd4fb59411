package vn.lienvien.kit.ops;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.sql.Sql;

/**
 * Lets go of what is done with, in small bites that hold no lock for long. Counters and positions
 * stay for ever, parked records until a person handled them, audit rows as long as the law says.
 */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int BITE = 5000;

    private final Sql sql;
    private final KitConfig.Retention retention;

    Housekeeping(Sql sql, KitConfig config) {
        this.sql = sql;
        this.retention = config.retention();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void tidy() {
        forget("outbox", "published_at", retention.outbox());
        forget("inbox", "received_at", retention.inbox());
        forget("idempotency", "created_at", retention.idempotency());
    }

    private void forget(String table, String since, Duration kept) {
        String bite = bite(table, since);
        int gone = 0;
        int bitten = BITE;
        while (bitten == BITE) {
            bitten = sql.run(bite, (double) kept.toSeconds(), BITE);
            gone += bitten;
        }
        if (gone > 0) {
            LOG.infof("%d rows of %s were older than %s", gone, table, kept);
        }
    }

    static String bite(String table, String since) {
        return """
        delete from %1$s where ctid = any(array(
            select ctid from %1$s where %2$s < (select app_now()) - make_interval(secs => ?) limit ?))
        """
                .formatted(table, since);
    }
}
