package vn.lienvien.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Faults;
import vn.lienvien.kit.sql.Sql;

/**
 * Puts audit rows in one line, each hash covering the one before, so that an edit or a deletion
 * shows. Two transactions that hashed for themselves would race for the same predecessor; so rows
 * come in unchained, and one appender of the service, chosen by a lock, follows within a second.
 */
@ApplicationScoped
public class AuditChain {

    private static final Logger LOG = Logger.getLogger(AuditChain.class);
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
                    + " select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[])";

    private final Sql sql;
    private final ChainFloor floor = new ChainFloor();

    AuditChain(Sql sql) {
        this.sql = sql;
    }

    /** The end of the line: where it stands and what it covers. */
    public record Link(long position, String hash) {

        static final Link BEGINNING = new Link(0, "");
    }

    public Optional<Link> end() {
        return sql.first(END, row -> new Link(row.getLong(1), row.getString(2)));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void append() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().call(this::appendSome);
            }
        } catch (RuntimeException e) {
            if (!Faults.passing(e)) {
                throw e;
            }
            LOG.warnf("the audit line waits for the database: %s", e.getMessage());
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
        List<Long> positions = new ArrayList<>();
        List<String> previous = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (AuditRow row : rows) {
            previous.add(end.hash());
            end = new Link(end.position() + 1, row.hashAfter(end.hash()));
            positions.add(end.position());
            hashes.add(end.hash());
        }
        sql.run(APPEND, positions, rows.stream().map(AuditRow::id).toList(), previous, hashes);
    }
}
