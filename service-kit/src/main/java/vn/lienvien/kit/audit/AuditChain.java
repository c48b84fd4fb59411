package vn.lienvien.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.Repeating;

/**
 * Puts audit rows in one line, each hash covering the one before, so that an edit or a deletion
 * shows. Two transactions that hashed for themselves would race for the same predecessor; so rows
 * come in unchained, and one appender of the service, chosen by a lock, follows within a second.
 */
@ApplicationScoped
public class AuditChain {

    private static final int BATCH = 1000;

    private static final String ONE_APPENDER =
            "select pg_try_advisory_xact_lock(hashtextextended('audit-chain', 0))";

    private static final String END =
            "select position, hash from audit_chain order by position desc limit 1";

    private static final String HIGHEST = "select coalesce(max(audit_id), 0) from audit_chain";

    private static final String UNCHAINED =
            "select "
                    + AuditRow.COLUMNS
                    + " from audit a where a.id > ?"
                    + " and not exists (select from audit_chain c where c.audit_id = a.id) order by a.id limit ?";

    private static final String APPEND =
            "insert into audit_chain (position, audit_id, previous, hash)"
                    + " select position, id, lag(hash, 1, ?) over (order by position), hash"
                    + " from unnest(?::bigint[], ?::bigint[], ?::text[]) l (position, id, hash)";

    private final Sql sql;
    private final ChainFloor floor = new ChainFloor();

    AuditChain(Sql sql) {
        this.sql = sql;
    }

    /** A place in the line, and what it covers. */
    public record Link(long position, String hash) {

        static final Link BEGINNING = new Link(0, "");

        static Link read(ResultSet row) throws SQLException {
            return new Link(row.getLong("position"), row.getString("hash"));
        }

        /** Nor does a checkpoint say otherwise. */
        boolean isSaidIn(Map<Long, String> checkpoints) {
            return checkpoints.getOrDefault(position, hash).equals(hash);
        }

        Link then(AuditRow row) {
            return new Link(position + 1, row.hashAfter(hash));
        }
    }

    public Optional<Link> end() {
        return sql.first(END, Link::read);
    }

    void start(@Observes StartupEvent event, Repeating repeating) {
        repeating.every(Duration.ofSeconds(1), "the audit line", this::append);
    }

    private void append() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::appendSome);
        }
    }

    /** Answers whether there may be more. */
    private boolean appendSome() {
        if (!sql.one(ONE_APPENDER, row -> row.getBoolean(1))) {
            return false;
        }
        List<AuditRow> rows = sql.list(UNCHAINED, AuditRow::read, floor.id(), BATCH);
        if (!rows.isEmpty()) {
            append(end().orElse(Link.BEGINNING), rows);
        }
        if (rows.size() < BATCH) {
            floor.rise(() -> sql.one(HIGHEST, row -> row.getLong(1)));
        }
        return rows.size() == BATCH;
    }

    private void append(Link end, List<AuditRow> rows) {
        List<Link> links = new ArrayList<>(List.of(end));
        rows.forEach(row -> links.add(links.getLast().then(row)));
        links.removeFirst();
        sql.run(
                APPEND,
                end.hash(),
                links.stream().map(Link::position).toList(),
                rows.stream().map(AuditRow::id).toList(),
                links.stream().map(Link::hash).toList());
    }
}
