package vn.lienvien.local;

import java.nio.file.Path;
import java.util.List;

/** The three services, where their jars are and which paths of the one origin are theirs. */
public enum Service {
    TRANSFER,
    BED,
    NOTIFICATION;

    public String module() {
        return database() + "-service";
    }

    public String database() {
        return switch (this) {
            case TRANSFER -> "transfer";
            case BED -> "bed";
            case NOTIFICATION -> "notification";
        };
    }

    /** Of the one origin. */
    List<String> paths() {
        return switch (this) {
            case TRANSFER ->
                    List.of(
                            "/api/v1/transfers",
                            "/api/v1/operations/transfer",
                            "/openapi/transfer");
            case BED ->
                    List.of(
                            "/api/v1/placements",
                            "/api/v1/units",
                            "/api/v1/capacity",
                            "/api/v1/hospitals",
                            "/api/v1/operations/bed",
                            "/openapi/bed");
            case NOTIFICATION ->
                    List.of(
                            "/api/v1/obligations",
                            "/api/v1/stream",
                            "/api/v1/contacts",
                            "/api/v1/rosters",
                            "/api/v1/hotlines",
                            "/api/v1/channels",
                            "/api/v1/push-subscriptions",
                            "/api/v1/operations/notification",
                            "/openapi/notification");
        };
    }

    Path jar() {
        return SourceTree.root().resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
