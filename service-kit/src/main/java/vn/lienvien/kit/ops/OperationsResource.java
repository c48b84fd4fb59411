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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.AuditVerifier.Verdict;
import vn.lienvien.kit.inbox.ParkedKeys.Retried;
import vn.lienvien.kit.inbox.ParkedView;

/** What an operator sees and does about this service's streams; every act is audited. */
@Path("/api/v1/operations/{service}")
@RunOnVirtualThread
public class OperationsResource {

    private final Operations operations;

    OperationsResource(Operations operations) {
        this.operations = operations;
    }

    /** What waits, oldest of each key first. */
    public record ParkedList(List<ParkedView> items) {}

    /** Which key to try again. */
    @Schema(
            examples =
                    "{\"consumer\":\"bed-service.placement\",\"topic\":\"lienvien.transfer.events\",\"key\":\"0193b0c8-0000-7000-8000-000000000001\",\"acceptGap\":false}")
    public record RetryRequest(
            @NotBlank String consumer,
            @NotBlank String topic,
            @NotNull String key,
            boolean acceptGap) {}

    /** Why a record is given up. */
    @Schema(examples = "{\"reason\":\"sent by a faulty client, handled by hand\"}")
    public record DiscardRequest(@NotBlank @Size(max = 200) String reason) {}

    /** What to send again, under the same event ids. */
    @Schema(
            examples =
                    "{\"topic\":\"lienvien.transfer.events\",\"since\":\"2021-11-08T00:00:00Z\"}")
    public record RepublishRequest(@NotBlank String topic, String key, Instant since) {}

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
        return new ParkedList(operations.of(service).parked(key, limit));
    }

    @POST
    @Path("/parked/retry")
    @Operation(summary = "Apply the waiting records of a key in order")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    public Retried retry(
            @PathParam("service") String service, @Valid @NotNull RetryRequest request) {
        return operations
                .of(service)
                .retry(request.consumer(), request.topic(), request.key(), request.acceptGap());
    }

    @POST
    @Path("/parked/{id}/discard")
    @Operation(summary = "Give one record up, with a reason; what waits behind it follows")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    public Retried discard(
            @PathParam("service") String service,
            @PathParam("id") long id,
            @Valid @NotNull DiscardRequest request) {
        return operations.of(service).discard(id, request.reason());
    }

    /** Whether anybody changed an audit row, and where first. */
    @GET
    @Path("/audit")
    @Operation(summary = "Whether anybody changed an audit row, and where first")
    @RolesAllowed(Roles.ADMIN)
    public Verdict audit(@PathParam("service") String service) {
        return operations.of(service).auditVerdict();
    }

    @POST
    @Path("/republish")
    @Operation(summary = "Send published events again, under the ids they had")
    @RolesAllowed(Roles.ADMIN)
    public Republished republish(
            @PathParam("service") String service, @Valid @NotNull RepublishRequest request) {
        return new Republished(
                operations.of(service).republish(request.topic(), request.key(), request.since()));
    }
}
