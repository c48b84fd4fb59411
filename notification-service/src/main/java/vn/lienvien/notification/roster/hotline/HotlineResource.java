package vn.lienvien.notification.roster.hotline;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.notification.contact.Phones;

/**
 * Which numbers to call at an organisation. Everybody who works with the system may read them: a
 * directory is there for those outside.
 */
@Path("/api/v1/hotlines")
@Tag(name = "Hotlines")
@RunOnVirtualThread
class HotlineResource {

    private final Hotlines hotlines;
    private final ChangingHotlines changing;

    HotlineResource(Hotlines hotlines, ChangingHotlines changing) {
        this.hotlines = hotlines;
        this.changing = changing;
    }

    @GET
    @Authenticated
    @Path("/{organisation}")
    @Operation(summary = "An organisation's hotlines, the first to be called first")
    public HotlinesView of(@PathParam("organisation") OrganisationCode organisation) {
        return HotlinesView.of(organisation.value(), hotlines.of(organisation.value()));
    }

    @GET
    @Authenticated
    @Path("/directory.csv")
    @Produces(HotlineCsv.TYPE)
    @Operation(summary = "The directory, or one organisation's part, for Excel")
    public Response export(@QueryParam("organisation") OrganisationCode organisation) {
        var whose = organisation == null ? null : organisation.value();
        return Response.ok(HotlineCsv.write(hotlines.of(whose)), HotlineCsv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"hotlines.csv\"")
                .build();
    }

    @PUT
    @RolesAllowed({Roles.DOCTOR, Roles.COORDINATOR, Roles.ADMIN})
    @Path("/{organisation}")
    @Operation(summary = "Replaces all hotlines of the own organisation")
    public HotlinesView replace(
            @PathParam("organisation") OrganisationCode organisation,
            @NotNull @Valid HotlinesRequest request) {
        changing.replace(organisation, dialled(request.hotlines()));
        return of(organisation);
    }

    private static List<Hotline> dialled(List<Hotline> typed) {
        var dialled = new ArrayList<Hotline>();
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < typed.size(); i++) {
            var each = typed.get(i);
            var phone = Phones.dialledOrShort(each.phone());
            if (phone.isEmpty()) {
                wrong.add(
                        new Violation(
                                "hotlines[%d].phone".formatted(i),
                                "phone",
                                "A phone number, such as 028 3855 4269, or a short one, such as 115."));
            }
            var label = Normalizer.normalize(each.label().strip(), Normalizer.Form.NFC);
            dialled.add(new Hotline(each.purpose(), label, phone.orElse("")));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).exception();
        }
        return dialled;
    }
}
