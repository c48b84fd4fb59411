package vn.lienvien.notification.channel;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;

/** What becomes of a delivery that was tried, and which way is taken next. */
@ApplicationScoped
class Settling {

    private final Sql sql;
    private final DatabaseClock clock;
    private final ChannelConfig config;

    Settling(Sql sql, DatabaseClock clock, ChannelConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /** The far side took it; whoever ended the obligation meanwhile was a moment too late. */
    void sent(Delivery delivery, String gatewayId) {
        sql.run(
                """
                update delivery set state = 'SENT', ended_at = app_now(), gateway_id = ?, reason = null
                 where reference = ? and state in ('DUE', 'WITHDRAWN')
                """,
                gatewayId,
                delivery.reference());
    }

    /** This way is closed, so the next is taken. */
    void failed(Delivery delivery, String reason) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (end(delivery, "FAILED", reason)) {
                                takeNextWay(delivery.reference());
                            }
                        });
    }

    /**
     * Not this time. Whoever has no more patience takes the next way: urgent ones beside this one,
     * the others instead of it. A last way is tried until its time is up.
     */
    void missed(Delivery delivery, String reason, Duration pause, boolean patient) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            boolean next = !patient && takeNextWay(delivery.reference());
                            Instant now = clock.now();
                            if (next && !delivery.notice().urgent()) {
                                end(delivery, "PASSED_ON", reason);
                            } else if (!now.isBefore(
                                    delivery.orderedAt().plus(config.giveUpAfter()))) {
                                end(delivery, "FAILED", reason);
                            } else {
                                postpone(delivery, now.plus(pause), reason);
                            }
                        });
    }

    void received(UUID reference) {
        sql.run(
                """
                update delivery set state = 'RECEIVED', ended_at = app_now(), reason = null
                 where reference = ? and state <> 'RECEIVED' and attempts > 0
                """,
                reference);
    }

    /** May come before we noted that the far side took it at all. */
    void notReceived(UUID reference) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            int undone =
                                    sql.run(
                                            """
                                            update delivery
                                               set state = 'FAILED', reason = 'not-received', ended_at = app_now()
                                             where reference = ? and attempts > 0 and state in ('SENT', 'DUE')
                                            """,
                                            reference);
                            if (undone > 0) {
                                takeNextWay(reference);
                            }
                        });
    }

    private boolean takeNextWay(UUID reference) {
        return sql.run(
                        """
                        update delivery set state = 'DUE', due_at = app_now()
                         where reference = (
                                select next.reference
                                  from delivery this
                                  join delivery next using (obligation_id, rung, recipient)
                                 where this.reference = ? and next.state = 'STANDBY'
                                 order by next.place limit 1)
                        """,
                        reference)
                > 0;
    }

    private boolean end(Delivery delivery, String state, String reason) {
        return sql.run(
                        """
                        update delivery set state = ?, reason = ?, ended_at = app_now()
                         where reference = ? and state = 'DUE'
                        """,
                        state,
                        reason,
                        delivery.reference())
                > 0;
    }

    void postpone(Delivery delivery, Instant until, String reason) {
        sql.run(
                "update delivery set due_at = ?, reason = ? where reference = ? and state = 'DUE'",
                until,
                reason,
                delivery.reference());
    }
}
