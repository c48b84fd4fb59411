package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Subject;

/**
 * A key whose events stand still is a coordinator's to look at. Read off the table rather than
 * told: a word lost in a crash would leave a case frozen and nobody asked.
 */
@ApplicationScoped
class ParkedWatch {

    private static final String NOBODY_ASKED =
            """
            select p.key from parked p group by p.key
            having not exists (select from obligation o where o.subject = p.key
                               and o.kind = 'CHECK_PARKED' and o.opened_at >= min(p.parked_at))
            """;

    private static final String FREED =
            """
            select subject from obligation o where kind = 'CHECK_PARKED' and ended is null
            and not exists (select from parked p where p.key = o.subject)
            """;

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CaseFiles files;
    private final Sql sql;
    private final OrganisationCode office;

    ParkedWatch(CaseFiles files, Sql sql, NotificationConfig config) {
        this.files = files;
        this.sql = sql;
        this.office = new OrganisationCode(config.coordination().office());
    }

    @Scheduled(
            every = "{lienvien.notification.parked.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        keys(NOBODY_ASKED).forEach(key -> say("service.key-parked", key));
        keys(FREED).forEach(key -> say("service.key-freed", key));
    }

    private List<String> keys(String query) {
        return sql.list(query, row -> row.getString(1));
    }

    private void say(String name, String key) {
        subject(key)
                .map(subject -> happening(name, subject))
                .ifPresent(
                        happening ->
                                QuarkusTransaction.requiringNew()
                                        .run(() -> files.apply(happening)));
    }

    private Happening happening(String name, Subject subject) {
        return new Happening(
                subject,
                Set.of(name),
                Source.SERVICE,
                0,
                null,
                null,
                null,
                null,
                office.value(),
                null,
                null);
    }

    /** Empty for a key that names nothing of ours; the kit's log and metrics still tell of it. */
    private static Optional<Subject> subject(String key) {
        if (UUID_SHAPE.matcher(key).matches()) {
            return Optional.of(Subject.transfer(UUID.fromString(key)));
        }
        try {
            return Optional.of(Subject.unit(new UnitCode(key).value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
