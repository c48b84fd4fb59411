package vn.lienvien.notification.channel;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * Deliveries that are due, each given to one worker of one replica. A claim is a lease: it moves
 * the row's due time ahead, so that whatever a dead worker held comes up again by itself.
 */
@ApplicationScoped
class DeliveryQueue {

    private static final Logger LOG = Logger.getLogger(DeliveryQueue.class);

    private static final Duration PACE = Duration.ofHours(1);

    private final Sql sql;
    private final DatabaseClock clock;
    private final ChannelConfig config;
    private final NoticeJson json;
    private final Settling settling;

    DeliveryQueue(
            Sql sql,
            DatabaseClock clock,
            ChannelConfig config,
            NoticeJson json,
            Settling settling) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
        this.json = json;
        this.settling = settling;
    }

    /** What was found when looking for the next one. */
    private sealed interface Found {

        record Ready(Claim claim) implements Found {}

        /** One was due, and has to wait: its recipient has had enough, or we cannot read it. */
        record PutOff() implements Found {}

        record NoneDue() implements Found {}
    }

    /**
     * @param at when it was claimed, by the database's clock
     */
    record Claim(Delivery delivery, Instant at) {}

    /**
     * What is due.
     *
     * @param delivery null when it cannot be read here, such as one that a newer release ordered
     */
    private record Due(UUID reference, Delivery delivery, Instant orderedAt) {}

    /** The next one to try; those that have to wait are put off on the way. */
    Optional<Claim> claim(boolean urgentOnly) {
        Found found = find(urgentOnly);
        while (found instanceof Found.PutOff) {
            found = find(urgentOnly);
        }
        return found instanceof Found.Ready(Claim claim) ? Optional.of(claim) : Optional.empty();
    }

    private Found find(boolean urgentOnly) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            Instant now = clock.now();
                            return nextDue(urgentOnly, now)
                                    .map(due -> take(due, now))
                                    .orElseGet(Found.NoneDue::new);
                        });
    }

    private Optional<Due> nextDue(boolean urgentOnly, Instant now) {
        return sql.first(
                """
                select reference, obligation_id, rung, recipient, channel, address, language,
                       notice, attempts + 1, ordered_at
                  from delivery
                 where state = 'DUE' and due_at <= ? and (urgent or not ?)
                 order by urgent desc, due_at
                 limit 1 for update skip locked
                """,
                this::due,
                now,
                urgentOnly);
    }

    private Found take(Due due, Instant now) {
        if (due.delivery() == null) {
            setAside(due, now);
            return new Found.PutOff();
        }
        return take(due.delivery(), now);
    }

    /** Left to a replica that can read it, while those behind it go on. */
    private void setAside(Due due, Instant now) {
        boolean over = !now.isBefore(due.orderedAt().plus(config.giveUpAfter()));
        sql.run(
                """
                update delivery set state = ?, reason = 'unreadable', due_at = ?, ended_at = ?
                 where reference = ?
                """,
                over ? "FAILED" : "DUE",
                now.plus(config.rest()),
                over ? now : null,
                due.reference());
    }

    private Found take(Delivery delivery, Instant now) {
        Optional<Instant> pause = heldBackUntil(delivery, now);
        if (pause.isPresent()) {
            settling.postpone(delivery, pause.get(), "held-back");
            return new Found.PutOff();
        }
        lease(delivery, now);
        return new Found.Ready(new Claim(delivery, now));
    }

    /**
     * The advisory lock makes replicas count one recipient's messages one after another; only rows
     * tried before count, and a row's own repeats never.
     */
    private Optional<Instant> heldBackUntil(Delivery delivery, Instant now) {
        if (delivery.notice().urgent() || delivery.attempts() > 1) {
            return Optional.empty();
        }
        String who = delivery.recipient() + "/" + delivery.way().channel();
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 101))", _ -> who, who);
        return sql.first(
                """
                select tried_at from delivery
                 where recipient = ? and channel = ? and tried_at > ? and not urgent
                 order by tried_at desc offset ? limit 1
                """,
                row -> Sql.instant(row, 1).plus(PACE),
                delivery.recipient(),
                delivery.way().channel(),
                now.minus(PACE),
                config.perHour() - 1);
    }

    private void lease(Delivery delivery, Instant now) {
        sql.run(
                """
                update delivery set attempts = attempts + 1, tried_at = coalesce(tried_at, ?), due_at = ?
                 where reference = ?
                """,
                now,
                now.plus(config.lease()),
                delivery.reference());
    }

    private Due due(ResultSet row) throws SQLException {
        UUID reference = row.getObject(1, UUID.class);
        Instant orderedAt = Sql.instant(row, 10);
        try {
            return new Due(reference, delivery(row), orderedAt);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.errorf(e, "delivery %s cannot be read", reference);
            return new Due(reference, null, orderedAt);
        }
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                new Way(row.getString(5), row.getString(6)),
                Language.valueOf(row.getString(7)),
                json.read(row.getString(8)),
                row.getInt(9),
                Sql.instant(row, 10));
    }
}
