package vn.lienvien.notification.channel;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * Lets go of old deliveries, which hold phone numbers, in small bites. What is due, or on standby
 * behind a way that may still fail, is owed however old it is; and while one message of an
 * obligation is owed, the others stay, for they tell why.
 */
@ApplicationScoped
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final int BITE = 2000;

    private final Sql sql;
    private final DatabaseClock clock;
    private final ChannelConfig config;

    Forgetting(Sql sql, DatabaseClock clock, ChannelConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        int gone = 0;
        int bitten = BITE;
        while (bitten == BITE) {
            bitten = bite();
            gone += bitten;
        }
        if (gone > 0) {
            LOG.infof("%d deliveries were older than %s", gone, config.keep());
        }
    }

    private int bite() {
        return sql.run(
                """
                delete from delivery where reference = any(array(
                    select reference from delivery done
                     where ended_at < ?
                       and state in ('SENT', 'RECEIVED', 'PASSED_ON', 'FAILED', 'WITHDRAWN')
                       and not exists (
                             select from delivery owed
                              where owed.obligation_id = done.obligation_id
                                and owed.state in ('DUE', 'STANDBY'))
                     limit ?))
                """,
                clock.now().minus(config.keep()),
                BITE);
    }
}
