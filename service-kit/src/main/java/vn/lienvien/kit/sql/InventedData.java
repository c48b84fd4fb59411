package vn.lienvien.kit.sql;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import vn.lienvien.kit.KitConfig;

/**
 * What lies in {@code db/local} is invented and belongs on one machine only. Which migrations there
 * are is fixed when a jar is built, and locations set later are not looked at, so every
 * installation but the single machine passes those files over.
 */
@Singleton
class InventedData implements FlywayConfigurationCustomizer {

    private static final String INVENTED = "db/local/";

    private final KitConfig config;

    InventedData(KitConfig config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        if (!config.inventedData()) {
            flyway.resourceProvider(new Real(flyway.getResourceProvider()));
        }
    }

    private record Real(ResourceProvider all) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return all.getResource(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.getResources(prefix, suffixes).stream()
                    .filter(each -> !each.getAbsolutePath().contains(INVENTED))
                    .toList();
        }
    }
}
