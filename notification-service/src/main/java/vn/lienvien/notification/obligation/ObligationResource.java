package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.notification.contact.Contact;
import vn.lienvien.notification.contact.Contacts;
import vn.lienvien.notification.obligation.Listing.Stand;
import vn.lienvien.notification.obligation.Listing.Wanted;

/** What people must know, and their word that they do. */
@Path("/api/v1/obligations")
@Tag(name = "Obligations")
@RunOnVirtualThread
class ObligationResource {

    private static final String KEY = "Idempotency-Key";

    private final Obligations obligations;
    private final Listing listing;
    private final Answering answering;
    private final SteppingAside aside;
    private final PhoneCalls calls;
    private final CallList callList;
    private final Tellings tellings;
    private final Contacts contacts;
    private final Access access;
    private final CurrentActor current;
    private final Once once;

    ObligationResource(
            Obligations obligations,
            Listing listing,
            Answering answering,
            SteppingAside aside,
            PhoneCalls calls,
            CallList callList,
            Tellings tellings,
            Contacts contacts,
            Access access,
            CurrentActor current,
            Once once) {
        this.obligations = obligations;
        this.listing = listing;
        this.answering = answering;
        this.aside = aside;
        this.calls = calls;
        this.callList = callList;
        this.tellings = tellings;
        this.contacts = contacts;
        this.access = access;
        this.current = current;
        this.once = once;
    }

    @GET
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Operation(summary = "What I must know; for coordinators what anybody must")
    public Page list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("organisation") OrganisationCode organisation,
            @QueryParam("transfer") UUID transfer,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        var after = cursor == null ? null : Cursor.parse(cursor);
        var wanted = new Wanted(Stand.of(state), organisation, transfer, after, limit);
        var rows = fresh(() -> listing.page(current.get(), wanted));
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? Cursor.after(page.getLast()).toString() : null;
        return new Page(views(page), next);
    }

    @GET
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}")
    @Operation(
            summary = "One obligation",
            description = "With whom to call now, by the rosters, and who was told so far.")
    public ObligationView one(@PathParam("id") UUID id) {
        var row = seen(current.get(), id);
        return ObligationView.of(
                row,
                phone(row, contacts.of(List.of(row.organisation))),
                calls.of(List.of(id)).getOrDefault(id, List.of()),
                callList.of(row),
                tellings.of(id));
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/acknowledgement")
    @Operation(summary = "I know", description = "Only whoever must know can say so.")
    public ObligationView acknowledge(@PathParam("id") UUID id, @HeaderParam(KEY) String key) {
        var actor = current.get();
        mustKnow(actor, id);
        once.run(
                key,
                null,
                () -> {
                    answering.acknowledge(id, actor);
                    return Done.ok(id);
                });
        return one(id);
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/call")
    @Operation(
            summary = "Called, answered by, at",
            description =
                    "A call is the first channel, and closes the obligation whoever enters it.")
    public ObligationView called(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid CallRequest call) {
        var actor = current.get();
        seen(actor, id);
        once.run(
                key,
                call,
                () -> {
                    answering.called(id, call, actor);
                    return Done.ok(id);
                });
        return one(id);
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/snooze")
    @Operation(
            summary = "Quiet for some minutes",
            description =
                    "Only for whoever must know; not past the time to answer for U0 and U1. It stays open.")
    public ObligationView snooze(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid SnoozeRequest request) {
        mustKnow(current.get(), id);
        return unlessRefused(once.run(key, request, () -> aside.snooze(id, request)), id);
    }

    @POST
    @RolesAllowed({
        Roles.REFERRER,
        Roles.DOCTOR,
        Roles.NURSE,
        Roles.TEAM,
        Roles.COORDINATOR,
        Roles.AUTHORITY
    })
    @Path("/{id}/hand-on")
    @Operation(
            summary = "To a colleague on duty",
            description =
                    "To a role of the same organisation, or to one person on duty in it. It stays open, and the ladder begins anew.")
    public ObligationView handOn(
            @PathParam("id") UUID id,
            @HeaderParam(KEY) String key,
            @NotNull @Valid HandOnRequest request) {
        var actor = current.get();
        mustKnow(actor, id);
        return unlessRefused(once.run(key, request, () -> aside.handOn(id, request, actor)), id);
    }

    private ObligationView unlessRefused(Done done, UUID id) {
        if (done.isRefused()) {
            throw ObligationProblems.refused(done.refusal()).exception();
        }
        return one(id);
    }

    private void mustKnow(Actor actor, UUID id) {
        var row = seen(actor, id);
        if (!access.mayAcknowledge(actor, row)) {
            throw Problem.roleRequired(Access.token(row.role)).exception();
        }
    }

    private ObligationRow seen(Actor actor, UUID id) {
        return fresh(() -> obligations.findByIdOptional(id))
                .filter(row -> access.sees(actor, row))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    /** Reads what is stored now, not what this request has seen before its own command. */
    private static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }

    private List<ObligationView> views(List<ObligationRow> rows) {
        var made = calls.of(rows.stream().map(row -> row.id).toList());
        var phones = contacts.of(rows.stream().map(row -> row.organisation).distinct().toList());
        return rows.stream()
                .map(
                        row ->
                                ObligationView.of(
                                        row,
                                        phone(row, phones),
                                        made.getOrDefault(row.id, List.of()),
                                        null,
                                        null))
                .toList();
    }

    private static String phone(ObligationRow row, List<Contact> phones) {
        return phones.stream()
                .filter(each -> each.organisation().value().equals(row.organisation))
                .filter(each -> each.role().equals(row.role.name()))
                .map(Contact::phone)
                .findFirst()
                .orElse(null);
    }
}
