package vn.lienvien.notification.stream;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.time.HostClock;
import vn.lienvien.notification.NotificationConfig;

/** Server-sent events over a connection that stays open until the token expires. */
@Path("/api/v1/stream")
@Tag(name = "Live stream")
class StreamResource {

    private final LiveStream stream;
    private final CurrentActor current;
    private final JsonWebToken token;
    private final HostClock clock;
    private final Vertx vertx;
    private final NotificationConfig config;

    StreamResource(
            LiveStream stream,
            CurrentActor current,
            JsonWebToken token,
            HostClock clock,
            Vertx vertx,
            NotificationConfig config) {
        this.stream = stream;
        this.current = current;
        this.token = token;
        this.clock = clock;
        this.vertx = vertx;
        this.config = config;
    }

    @GET
    @Produces("text/event-stream")
    @Blocking
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Operation(
            summary = "What happens, as it happens",
            description =
                    "Ids and versions only; read the rest by REST. Events named as their type, and"
                            + " resync (read anew), displaced (a newer stream of yours took this one's"
                            + " place: do not reconnect), token-expired, interrupted, closing.")
    @APIResponse(
            responseCode = "200",
            description = "Open until the token expires",
            content = @Content(mediaType = "text/event-stream"))
    public CompletionStage<Void> follow(
            @Context HttpServerResponse response, @HeaderParam("Last-Event-ID") String last) {
        var actor = current.get();
        var ended = new CompletableFuture<Void>();
        var reader =
                new Reader(
                        actor.user(),
                        actor.organisation(),
                        actor.has(Roles.COORDINATOR),
                        stream.start(),
                        response,
                        vertx.getOrCreateContext(),
                        config.stream().queue());
        var expiry = vertx.setTimer(untilExpiry(), _ -> reader.end("token-expired"));
        Runnable gone =
                () -> {
                    vertx.cancelTimer(expiry);
                    stream.leave(reader);
                    ended.complete(null);
                };
        response.closeHandler(_ -> gone.run()).endHandler(_ -> gone.run());
        stream.join(reader, last);
        if (response.closed()) {
            gone.run();
        }
        return ended;
    }

    private long untilExpiry() {
        var expires = Instant.ofEpochSecond(token.getExpirationTime());
        return Math.max(1, Duration.between(clock.now(), expires).toMillis());
    }
}
