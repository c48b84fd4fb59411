package vn.lienvien.kit.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import vn.lienvien.kit.sql.Sql;

/** Walks the line of audit rows and finds the first place where somebody changed it. */
@ApplicationScoped
public class AuditVerifier {

    private static final Logger LOG = Logger.getLogger(AuditVerifier.class);
    private static final int STRIDE = 5000;

    private static final String LINKS =
            "select "
                    + AuditRow.COLUMNS
                    + ", c.position, c.previous, c.hash from audit_chain c left join audit a on a.id = c.audit_id"
                    + " where c.position > ? order by c.position limit ?";

    private final Sql sql;
    private final Checkpoints checkpoints;

    AuditVerifier(Sql sql, Checkpoints checkpoints) {
        this.sql = sql;
        this.checkpoints = checkpoints;
    }

    /**
     * @param links how many were walked
     * @param brokenAt the first position that does not fit; null when all do
     */
    public record Verdict(long links, Long brokenAt) {

        public boolean sound() {
            return brokenAt == null;
        }
    }

    @Scheduled(cron = "0 30 2 * * ?")
    void nightly() {
        Verdict verdict = verify();
        if (verdict.sound()) {
            LOG.infof("the audit line of %d rows is sound", verdict.links());
        } else {
            LOG.errorf("somebody changed the audit line at position %d", verdict.brokenAt());
        }
    }

    private record Step(AuditRow row, String previous, AuditChain.Link link) {

        static Step read(ResultSet row) throws SQLException {
            String previous = row.getString("previous");
            return new Step(AuditRow.read(row), previous, AuditChain.Link.read(row));
        }

        boolean follows(AuditChain.Link last) {
            return previous.equals(last.hash()) && link.equals(last.then(row));
        }
    }

    /**
     * Walks the whole line, past every checkpoint: without them neither an end that was cut off nor
     * a line that was made anew would show.
     */
    public Verdict verify() {
        // As they are now: one that is written on the way may lie past the end that was read
        // before.
        var known = new TreeMap<>(checkpoints.known());
        AuditChain.Link last = AuditChain.Link.BEGINNING;
        while (true) {
            List<Step> steps = sql.list(LINKS, Step::read, last.position(), STRIDE);
            for (Step step : steps) {
                if (!step.follows(last) || !step.link().isSaidIn(known)) {
                    return new Verdict(last.position(), last.position() + 1);
                }
                last = step.link();
            }
            if (steps.size() < STRIDE) {
                boolean cutOff = known.higherKey(last.position()) != null;
                return new Verdict(last.position(), cutOff ? last.position() + 1 : null);
            }
        }
    }
}
