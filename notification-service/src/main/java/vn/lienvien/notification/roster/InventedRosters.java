package vn.lienvien.notification.roster;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Invented rosters belong on one machine only. Where migrations may lie is fixed when the jar is
 * built, so every profile but {@code local} leaves that place out when it starts.
 */
@Singleton
class InventedRosters implements FlywayConfigurationCustomizer {

    private static final String ONE_MACHINE = "local";

    @Override
    public void customize(FluentConfiguration flyway) {
        if (!ConfigUtils.isProfileActive(ONE_MACHINE)) {
            flyway.locations("db/kit", "db/migration");
        }
    }
}
