package vn.lienvien.notification.channel.sms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.channel.Deliveries;

/**
 * Gateways say here whether a phone got its message. No token: the address itself is the proof, and
 * a wrong one looks like nothing there. A receipt may come twice, late or before we noted that the
 * gateway took the message; each is judged by what it finds.
 */
@Path(Callbacks.PATH + "{reference}/{proof}")
@Tag(name = "channels")
@RunOnVirtualThread
class ReceiptResource {

    private final SmsChannel channel;
    private final Callbacks callbacks;
    private final Deliveries deliveries;

    ReceiptResource(SmsChannel channel, Callbacks callbacks, Deliveries deliveries) {
        this.channel = channel;
        this.callbacks = callbacks;
        this.deliveries = deliveries;
    }

    @GET
    @PermitAll
    @Operation(summary = "A gateway's receipt, as eSMS sends it")
    public void receipt(
            @PathParam("reference") UUID reference,
            @PathParam("proof") String proof,
            @Context UriInfo uri) {
        take(reference, proof, uri.getQueryParameters());
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A gateway's receipt, as a form")
    @APIResponse(responseCode = "204", description = "Noted")
    public void form(
            @PathParam("reference") UUID reference,
            @PathParam("proof") String proof,
            MultivaluedMap<String, String> form) {
        take(reference, proof, form);
    }

    private void take(UUID reference, String proof, MultivaluedMap<String, String> said) {
        if (!callbacks.proves(reference, proof)) {
            throw Problem.notFound().exception();
        }
        Map<String, String> parameters =
                said.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().getFirst()));
        channel.gateway()
                .map(gateway -> gateway.receipt(parameters))
                .ifPresent(
                        receipt -> {
                            switch (receipt) {
                                case RECEIVED -> deliveries.received(reference);
                                case NOT_RECEIVED -> deliveries.notReceived(reference);
                                case PENDING -> {}
                            }
                        });
    }
}
