package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.Register.HospitalPicture;

/** The real hospitals, with where each statement comes from and how sure it is. */
@Path("/api/v1/hospitals")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "hospitals")
@RunOnVirtualThread
public class HospitalResource {

    private final Register register;

    HospitalResource(Register register) {
        this.register = register;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Hospitals that exist today",
            description =
                    "ecmoBasis says whether a source or an estimate stands behind ecmo; what is absent is unknown. Coordinates © OpenStreetMap contributors, ODbL; place seats GeoNames, CC BY 4.0.")
    public Page<HospitalPicture> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        return Page.of(register.hospitals(cursor, limit), limit, HospitalPicture::code);
    }
}
