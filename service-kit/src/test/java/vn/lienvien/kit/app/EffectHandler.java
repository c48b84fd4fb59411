package vn.lienvien.kit.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienvien.events.CapacityEvent;
import vn.lienvien.events.CapacityEvent.UnitActivatedV1;
import vn.lienvien.events.CapacityEvent.UnitDeactivatedV1;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.kit.sql.Sql;

/** Writes one row for each event it is given, and fails for the keys a test has poisoned. */
@ApplicationScoped
public class EffectHandler implements EventHandler {

    public static final String CONSUMER = "kit.effects";

    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final Set<String> deadlocked = ConcurrentHashMap.newKeySet();
    private final Sql sql;
    private final Outbox outbox;
    private final Audit audit;

    EffectHandler(Sql sql, Outbox outbox, Audit audit) {
        this.audit = audit;
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public Subscription subscription() {
        return new Subscription(
                CONSUMER,
                Set.of(Topic.CAPACITY),
                Set.of(UnitActivatedV1.class, UnitDeactivatedV1.class));
    }

    @Override
    public void on(ReceivedEvent event) {
        sql.run(
                "insert into effect (key, sequence, event_id, what) values (?, ?, ?, ?)",
                event.data().key(),
                event.sequence(),
                event.id(),
                event.data().getClass().getSimpleName());
        if (poisoned.contains(event.data().key())) {
            throw new IllegalStateException("poisoned by the test");
        }
        if (deadlocked.remove(event.data().key())) {
            sql.run("do $$ begin raise exception sqlstate '40P01'; end $$");
        }
        if (event.data() instanceof UnitDeactivatedV1(var unit)) {
            audit.record("unit-left", "unit", event.data().key(), Map.of());
            outbox.announce(
                    new CapacityEvent.UnitTrustedV1(unit), event.audience(), event.occurredAt());
        }
    }

    public void poison(String key) {
        poisoned.add(key);
    }

    public void cure(String key) {
        poisoned.remove(key);
    }

    public void deadlockOnce(String key) {
        deadlocked.add(key);
    }
}
