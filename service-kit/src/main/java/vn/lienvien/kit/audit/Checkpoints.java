package vn.lienvien.kit.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.kit.time.Repeating;

/**
 * Writes the end of the audit line where the database's owner cannot reach it: to the log, and to a
 * file if one is configured. Whoever could rewrite the whole line cannot rewrite these; so the line
 * is held against all of them.
 */
@ApplicationScoped
class Checkpoints {

    private static final Logger LOG = Logger.getLogger("vn.lienvien.audit.checkpoint");
    private static final Pattern LINE = Pattern.compile("\\S+ (\\d+) ([0-9a-f]{64})");

    private final AuditChain chain;
    private final DatabaseClock clock;
    private final Optional<Path> file;

    /** Hashes by position. What was said first of one counts. */
    private final NavigableMap<Long, String> known = new ConcurrentSkipListMap<>();

    @Inject
    Checkpoints(AuditChain chain, DatabaseClock clock, KitConfig config) {
        this(chain, clock, config.audit().checkpointFile());
    }

    Checkpoints(AuditChain chain, DatabaseClock clock, Optional<Path> file) {
        this.chain = chain;
        this.clock = clock;
        this.file = file;
    }

    /** Those of this process, and of those before it if there is a file. */
    NavigableMap<Long, String> known() {
        return Collections.unmodifiableNavigableMap(known);
    }

    @PostConstruct
    void read() {
        if (file.isEmpty() || Files.notExists(file.get())) {
            return;
        }
        try (Stream<String> lines = Files.lines(file.get())) {
            // a crash may have left half a line
            lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> known.putIfAbsent(Long.valueOf(line.group(1)), line.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(@Observes StartupEvent event, Repeating repeating, KitConfig config) {
        repeating.every(config.audit().checkpoint(), "writing checkpoints", this::write);
    }

    void write() {
        AuditChain.Link end = chain.end().orElse(AuditChain.Link.BEGINNING);
        if (end.equals(AuditChain.Link.BEGINNING) || known.containsKey(end.position())) {
            return;
        }
        String line = "%s %d %s".formatted(clock.now(), end.position(), end.hash());
        LOG.info(line);
        file.ifPresent(path -> append(path, line + "\n"));
        known.put(end.position(), end.hash());
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
