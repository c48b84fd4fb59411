package vn.lienvien.kit.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * Writes the end of the audit line where the database's owner cannot reach it: to the log, and to a
 * file if one is configured. Whoever could rewrite the whole line cannot rewrite these.
 */
@ApplicationScoped
class Checkpoints {

    private static final Logger LOG = Logger.getLogger("vn.lienvien.audit.checkpoint");

    private final AuditChain chain;
    private final DatabaseClock clock;
    private final KitConfig.Audit config;

    private long written;

    Checkpoints(AuditChain chain, DatabaseClock clock, KitConfig config) {
        this.chain = chain;
        this.clock = clock;
        this.config = config.audit();
    }

    @Scheduled(
            every = "${lienvien.kit.audit.checkpoint:5m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void write() throws IOException {
        AuditChain.Link end = chain.end().orElse(AuditChain.Link.BEGINNING);
        if (end.position() == written) {
            return;
        }
        String line = "%s %d %s".formatted(clock.now(), end.position(), end.hash());
        LOG.info(line);
        if (config.checkpointFile().isPresent()) {
            Files.writeString(config.checkpointFile().get(), line + "\n", CREATE, APPEND);
        }
        written = end.position();
    }
}
