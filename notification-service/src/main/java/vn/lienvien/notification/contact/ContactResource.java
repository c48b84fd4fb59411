package vn.lienvien.notification.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.events.AlertEvent.DutyRole;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.problem.Problem;

/**
 * How organisations are reached: kept by coordinators, who call when nobody answers, and by an
 * organisation's own admins.
 */
@Path("/api/v1/contacts")
@Tag(name = "Contacts")
@RunOnVirtualThread
class ContactResource {

    private final Contacts contacts;
    private final CurrentActor current;
    private final Audit audit;

    ContactResource(Contacts contacts, CurrentActor current, Audit audit) {
        this.contacts = contacts;
        this.current = current;
        this.audit = audit;
    }

    /** A duty phone and a shared mailbox, in whose language. */
    record ContactRequest(
            @Pattern(regexp = "\\+?[0-9][0-9 .()-]{1,18}[0-9]") String phone,
            @Email @Size(max = 254) String email,
            @NotNull @Pattern(regexp = "vi|en") String language) {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @Path("/{organisation}")
    @Operation(summary = "How an organisation is reached, by role")
    public List<Contact> of(@PathParam("organisation") OrganisationCode organisation) {
        concerned(organisation);
        return contacts.of(List.of(organisation.value()));
    }

    @PUT
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @Path("/{organisation}/{role}")
    @Operation(summary = "Keep how a role is reached")
    public Contact keep(
            @PathParam("organisation") OrganisationCode organisation,
            @PathParam("role") DutyRole role,
            @NotNull @Valid ContactRequest request) {
        concerned(organisation);
        var contact =
                new Contact(
                        organisation,
                        role.name(),
                        request.phone(),
                        request.email(),
                        request.language());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            contacts.keep(contact);
                            audit.record(
                                    "contact.kept",
                                    "organisation",
                                    organisation.value(),
                                    Map.of("role", role.name()));
                        });
        return contact;
    }

    private void concerned(OrganisationCode organisation) {
        if (!current.get().looksAfter(organisation.value())) {
            throw Problem.notFound().exception();
        }
    }
}
