package vn.lienvien.notification.channel.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;

/** People let a browser of theirs show alerts, and take that back; nobody does so for another. */
@Path("/api/v1/push-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
@RunOnVirtualThread
class SubscriptionResource {

    private final OwnKeys keys;
    private final Subscriptions subscriptions;
    private final SubscriptionCheck check;
    private final CurrentActor actor;
    private final Ids ids;
    private final Once once;

    SubscriptionResource(
            OwnKeys keys,
            Subscriptions subscriptions,
            SubscriptionCheck check,
            CurrentActor actor,
            Ids ids,
            Once once) {
        this.keys = keys;
        this.subscriptions = subscriptions;
        this.check = check;
        this.actor = actor;
        this.ids = ids;
        this.once = once;
    }

    @GET
    @Authenticated
    @Path("/key")
    @Operation(
            summary = "The key a browser subscribes with",
            description = "409 push-off where the installation sends no messages to browsers.")
    public KeyView key() {
        return new KeyView(own().extractPublicKeyInUncompressedFormAsString());
    }

    @POST
    @Authenticated
    @ResponseStatus(201)
    @Operation(summary = "Let this browser show alerts to me")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public SubscriptionView subscribe(
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid SubscriptionRequest request) {
        own();
        check.check(request);
        Browser browser =
                new Browser(
                        ids.next(),
                        request.endpoint(),
                        request.keys().p256dh(),
                        request.keys().auth());
        String person = actor.get().user();
        Done done = once.run(key, request, () -> Done.created(subscriptions.keep(person, browser)));
        return new SubscriptionView(UUID.fromString(done.resourceId()));
    }

    @DELETE
    @Authenticated
    @Path("/{id}")
    @Operation(summary = "This browser shows me no more alerts")
    public void unsubscribe(@PathParam("id") UUID id) {
        if (!subscriptions.end(id, actor.get().user())) {
            throw Problem.notFound().exception();
        }
    }

    private VAPIDKeyPair own() {
        return keys.pair()
                .orElseThrow(
                        () ->
                                Problem.refused(
                                                "push-off",
                                                "Web push is off",
                                                "This installation sends no messages to browsers.")
                                        .exception());
    }
}
