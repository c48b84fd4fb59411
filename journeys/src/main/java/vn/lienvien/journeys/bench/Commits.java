package vn.lienvien.journeys.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import vn.lienvien.journeys.Databases;

/**
 * When a placement was stored and its first slot held, by the database's clock at their commits:
 * triggers of the bench that run as the last thing each transaction does.
 */
record Commits(Databases databases) {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000;

    private static final String TRIGGERS =
            """
            create table bench_commit (transfer_id uuid, what text, at timestamptz, primary key (transfer_id, what));
            create function bench_tell() returns trigger language plpgsql security definer as $$
                begin
                    insert into bench_commit values (new.transfer_id, tg_argv[0], clock_timestamp())
                        on conflict do nothing;
                    return null;
                end $$;
            create constraint trigger bench_asked after insert on placement deferrable initially deferred
                for each row execute function bench_tell('asked');
            create constraint trigger bench_held after update on slot deferrable initially deferred
                for each row when (new.state = 'HELD' and old.state <> 'HELD') execute function bench_tell('held');
            """;

    private static final String WAITED =
            """
            select round(extract(epoch from h.at - a.at) * 1e9)::bigint
            from bench_commit a join bench_commit h using (transfer_id)
            where a.what = 'asked' and h.what = 'held' and transfer_id = '%s'
            """;

    void follow() throws SQLException {
        databases.execute("bed", TRIGGERS);
    }

    /** Nanoseconds from the stored request to the held slot, once it is held. */
    long waited(UUID transfer) throws SQLException {
        until(() -> !rows(WAITED.formatted(transfer)).isEmpty());
        return Long.parseLong(rows(WAITED.formatted(transfer)).getFirst().getFirst());
    }

    long count(String of) throws SQLException {
        return Long.parseLong(rows("select count(*) from " + of).getFirst().getFirst());
    }

    /** Seconds since the epoch, by the same clock. */
    double now() throws SQLException {
        return Double.parseDouble(
                rows("select extract(epoch from clock_timestamp())").getFirst().getFirst());
    }

    /** Nanoseconds from that moment to each hold since. */
    List<Long> heldSince(double moment) throws SQLException {
        return rows(
                        """
                    select round((extract(epoch from at) - %s) * 1e9)::bigint from bench_commit
                    where what = 'held' and extract(epoch from at) >= %s
                    """
                                .formatted(moment, moment))
                .stream()
                .map(row -> Long.valueOf(row.getFirst()))
                .toList();
    }

    interface Condition {
        boolean holds() throws SQLException;
    }

    static void until(Condition condition) throws SQLException {
        var from = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - from > PATIENCE_NANOS) {
                throw new IllegalStateException("not done within a minute");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        return databases.rows("bed", sql);
    }
}
