package vn.lienvien.kit.ops;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import vn.lienvien.kit.sql.Sql;

/**
 * Refuses to start rather than run unsafely: on a database that acknowledges before it stores, or
 * in any profile but those of one machine and of tests with an issuer, a database or a broker that
 * nobody chose.
 */
@ApplicationScoped
class StartUpChecks {

    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final List<String> CHOSEN =
            List.of(
                    "mp.jwt.verify.publickey.location",
                    "mp.jwt.verify.issuer",
                    "quarkus.datasource.jdbc.url",
                    "kafka.bootstrap.servers");

    private static final String DEMO_ISSUER = "local-issuer";

    private final Sql sql;
    private final Config config;

    StartUpChecks(Sql sql, Config config) {
        this.sql = sql;
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        for (String setting : DURABLE) {
            if (!"on".equals(sql.one("show " + setting, row -> row.getString(1)))) {
                throw new IllegalStateException("the database runs with " + setting + " off");
            }
        }
        if (!ConfigUtils.isProfileActive("local") && !ConfigUtils.isProfileActive("test")) {
            CHOSEN.forEach(this::checkChosen);
        }
    }

    private void checkChosen(String property) {
        String value = config.getOptionalValue(property, String.class).orElse("");
        if (value.isBlank() || value.contains(DEMO_ISSUER)) {
            throw new IllegalStateException(
                    property + " must be set, and not to the demo's, outside profile local");
        }
    }
}
