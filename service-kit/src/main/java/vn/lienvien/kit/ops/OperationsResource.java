package vn.lienvien.kit.ops;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.lienvien.kit.KitConfig;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.audit.AuditVerifier;
import vn.lienvien.kit.audit.AuditVerifier.Verdict;
import vn.lienvien.kit.inbox.ParkedKeys;
import vn.lienvien.kit.inbox.ParkedKeys.Retried;
import vn.lienvien.kit.inbox.ParkedRecords;
import vn.lienvien.kit.inbox.ParkedView;
import vn.lienvien.kit.outbox.Outbox;
import vn.lienvien.kit.problem.Problem;

/**
 * What an operator sees and does about this service's streams. Every act is audited before it is
 * done: an act that half fails was still tried.
 */
@Path("/api/v1/operations/{service}")
@RunOnVirtualThread
public class OperationsResource {

    private final String name;
    private final ParkedRecords parked;
    private final ParkedKeys keys;
    private final Outbox outbox;
    private final Audit audit;
    private final AuditVerifier verifier;

    OperationsResource(
            KitConfig config,
            ParkedRecords parked,
            ParkedKeys keys,
            Outbox outbox,
            Audit audit,
            AuditVerifier verifier) {
        this.name = config.service().replace("-service", "");
        this.parked = parked;
        this.keys = keys;
        this.outbox = outbox;
        this.audit = audit;
        this.verifier = verifier;
    }

    /** What waits, oldest of each key first. */
    public record ParkedList(List<ParkedView> items) {}

    /** Which key to try again. */
    public record RetryRequest(
            @NotBlank @Size(max = 200) String consumer,
            @NotBlank @Size(max = 200) String topic,
            @NotNull @Size(max = 200) String key,
            boolean acceptGap) {}

    /** Why a record is given up. */
    public record DiscardRequest(@NotBlank @Size(max = 200) String reason) {}

    /** What to send again, under the same event ids. */
    public record RepublishRequest(
            @NotBlank @Size(max = 200) String topic, @Size(max = 200) String key, Instant since) {}

    /** How many events will be sent again. */
    public record Republished(int events) {}

    @GET
    @Path("/parked")
    @Operation(summary = "What waits, oldest of each key first; never its content")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    public ParkedList parked(
            @PathParam("service") String service,
            @QueryParam("key") String key,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        isThis(service);
        return new ParkedList(parked.list(key, limit));
    }

    @POST
    @Path("/parked/retry")
    @Operation(summary = "Apply the waiting records of a key in order")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    public Retried retry(
            @PathParam("service") String service, @Valid @NotNull RetryRequest request) {
        isThis(service);
        Map<String, String> codes =
                Map.of(
                        "consumer", request.consumer(),
                        "topic", request.topic(),
                        "acceptGap", Boolean.toString(request.acceptGap()));
        record("parked-key-retried", request.key(), codes);
        return keys.retry(request.consumer(), request.topic(), request.key(), request.acceptGap());
    }

    @POST
    @Path("/parked/{id}/discard")
    @Operation(summary = "Give one record up, with a reason; what waits behind it follows")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    public Retried discard(
            @PathParam("service") String service,
            @PathParam("id") long id,
            @Valid @NotNull DiscardRequest request) {
        isThis(service);
        ParkedView given = parked.find(id).orElseThrow(() -> Problem.notFound().exception());
        Map<String, String> codes =
                Map.of(
                        "consumer", given.consumer(),
                        "topic", given.topic(),
                        "sequence", String.valueOf(given.sequence()),
                        "event", String.valueOf(given.eventId()),
                        "reason", request.reason());
        record("parked-record-discarded", given.key(), codes);
        return keys.discard(given);
    }

    @GET
    @Path("/audit")
    @Operation(summary = "Whether anybody changed an audit row, and where first")
    @RolesAllowed(Roles.ADMIN)
    public Verdict audit(@PathParam("service") String service) {
        isThis(service);
        return verifier.verify();
    }

    @POST
    @Path("/republish")
    @Operation(summary = "Send published events again, under the ids they had")
    @RolesAllowed(Roles.ADMIN)
    public Republished republish(
            @PathParam("service") String service, @Valid @NotNull RepublishRequest request) {
        isThis(service);
        Map<String, String> codes =
                Map.of("topic", request.topic(), "since", String.valueOf(request.since()));
        String what = Objects.requireNonNullElse(request.key(), request.topic());
        record("events-republished", what, codes);
        return new Republished(outbox.republish(request.topic(), request.key(), request.since()));
    }

    /** The path names the service, so that one edge can tell the three apart. */
    private void isThis(String service) {
        if (!service.equals(name)) {
            throw Problem.notFound().exception();
        }
    }

    private void record(String act, String key, Map<String, String> codes) {
        audit.record(act, "event-stream", key, codes);
    }
}
