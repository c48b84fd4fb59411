package vn.lienvien.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.lienvien.events.About;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.events.ServiceEvent.KeyFreedV1;
import vn.lienvien.events.ServiceEvent.KeyParkedV1;
import vn.lienvien.events.ServiceEvent.Service;
import vn.lienvien.events.UnitCode;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.kit.time.Repeating;

/**
 * Says once of each key that it stands still, and once that it moves again, so that a coordinator
 * can look. Read off the table rather than said while parking: what made the event fail may make
 * the alarm fail too, and the other keys of the partition would then wait with it (I17). Others
 * hear it by topic; who reaches people observes it here, in the same transaction.
 */
@ApplicationScoped
class ParkedWatch {

    private static final Logger LOG = Logger.getLogger(ParkedWatch.class);

    private static final String UNSAID =
            "select distinct key from parked p where not exists (select from parked_said s where s.key = p.key)";
    private static final String SAY =
            "insert into parked_said (key) select distinct key from parked where key = ? on conflict do nothing";

    private static final String OVER =
            "select key from parked_said s where not exists (select from parked p where p.key = s.key)";
    private static final String UNSAY =
            "delete from parked_said s where key = ? and not exists (select from parked p where p.key = s.key)";

    private static final Pattern TRANSFER =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Sql sql;
    private final DatabaseClock clock;
    private final Outbox outbox;
    private final Event<ServiceEvent> inside;
    private final Service service;

    ParkedWatch(
            Sql sql,
            DatabaseClock clock,
            Outbox outbox,
            Event<ServiceEvent> inside,
            KitConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.outbox = outbox;
        this.inside = inside;
        this.service =
                Service.valueOf(config.service().replace("-service", "").toUpperCase(Locale.ROOT));
    }

    void start(@Observes StartupEvent event, Repeating repeating, KitConfig config) {
        repeating.every(config.inbox().watch(), "the watch over parked keys", this::watch);
    }

    private void watch() {
        each(UNSAID, SAY, (about, now) -> new KeyParkedV1(about, service, now));
        each(OVER, UNSAY, (about, now) -> new KeyFreedV1(about, service, now));
    }

    private void each(
            String which, String remember, BiFunction<About, Instant, ServiceEvent> event) {
        for (String key : sql.list(which, row -> row.getString(1))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> say(key, remember, event));
            } catch (RuntimeException e) {
                LOG.error("a parked key could not be announced, and will be tried again", e);
            }
        }
    }

    private void say(String key, String remember, BiFunction<About, Instant, ServiceEvent> event) {
        About about = about(key);
        if (sql.run(remember, key) == 1 && about != null) {
            ServiceEvent said = event.apply(about, clock.now());
            outbox.announce(said, List.of());
            inside.fire(said);
        }
    }

    /** Null for a key that names nothing of ours; the log and the metrics still tell of it. */
    private static About about(String key) {
        if (TRANSFER.matcher(key).matches()) {
            return new About(UUID.fromString(key), null);
        }
        try {
            return new About(null, new UnitCode(key));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
