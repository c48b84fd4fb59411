package vn.lienvien.local;

import java.util.HashMap;
import java.util.Map;
import vn.lienvien.local.issuer.Issuer;

/** The environment that tells a service where its database, broker and issuer are. */
record Surroundings(PostgresProcess postgres, String kafka, int edgePort, Secrets secrets) {

    Map<String, String> of(Service service) {
        return of(service, service.database());
    }

    Map<String, String> of(Service service, String database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", appPassword(database));
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", ownerPassword(database));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "http://127.0.0.1:" + edgePort + "/local-issuer/jwks");
        environment.put("MP_JWT_VERIFY_ISSUER", Issuer.NAME);
        if (service == Service.TRANSFER) {
            environment.put("LIENVIEN_IDENTITY_MASTER_KEY", secrets.get("identity-master.key"));
            environment.put("LIENVIEN_IDENTITY_LOOKUP_KEY", secrets.get("identity-lookup.key"));
        }
        return environment;
    }

    void makeDatabase(String database) {
        postgres.createDatabase(database, ownerPassword(database), appPassword(database));
    }

    private String ownerPassword(String database) {
        return secrets.get(database + "-owner.password");
    }

    private String appPassword(String database) {
        return secrets.get(database + "-app.password");
    }
}
