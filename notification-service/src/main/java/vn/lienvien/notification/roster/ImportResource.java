package vn.lienvien.notification.roster;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Week;
import vn.lienvien.notification.roster.sheet.Draft;
import vn.lienvien.notification.roster.sheet.RosterSheet;
import vn.lienvien.notification.roster.sheet.Unreadable;

/** Brings a week's roster in from a workbook: first a preview, then the import. */
@Path("/api/v1/rosters/{place}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rosters")
@Blocking
class ImportResource {

    private static final String KEY = "Idempotency-Key";

    private final Importing importing;
    private final Previews previews;
    private final Weeks weeks;
    private final RosterAccess access;
    private final CurrentActor current;
    private final DatabaseClock clock;
    private final Once once;

    ImportResource(
            Importing importing,
            Previews previews,
            Weeks weeks,
            RosterAccess access,
            CurrentActor current,
            DatabaseClock clock,
            Once once) {
        this.importing = importing;
        this.previews = previews;
        this.weeks = weeks;
        this.access = access;
        this.current = current;
        this.clock = clock;
        this.once = once;
    }

    /** What a body was, without keeping it. */
    private record Sent(Week week, String sha256) {}

    @POST
    @Authenticated
    @Path("/previews")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Shows what a workbook says",
            description =
                    "Nothing is in force yet. Faults are told by cell; what the file is called, or"
                            + " said to be, does not matter.")
    @APIResponseSchema(value = PreviewView.class, responseCode = "201")
    public Response preview(
            @PathParam("place") String code,
            @QueryParam("week") String week,
            @HeaderParam(KEY) String key,
            @Context HttpHeaders headers,
            byte[] workbook) {
        var place = access.editable(code);
        var vietnamese = wantsVietnamese(headers);
        var asked = Asked.week(week);
        var draft = read(workbook, asked);
        if (!draft.faults().isEmpty()) {
            throw RosterProblems.of(draft.faults(), vietnamese).exception();
        }
        var by = current.get().user();
        var done =
                once.run(
                        key,
                        new Sent(asked, sha256(workbook)),
                        () -> importing.preview(place, draft.week(), draft.shifts(), by));
        var id = UUID.fromString(done.resourceId());
        var preview =
                previews.find(id, place, by)
                        .orElseThrow(() -> RosterProblems.refused(Importing.EXPIRED).exception());
        return Response.status(done.status())
                .entity(PreviewView.of(preview, draft.notes(), vietnamese))
                .build();
    }

    @POST
    @Authenticated
    @Path("/imports")
    @Operation(
            summary = "Puts a preview in force",
            description = "The week changes at once and whole.")
    @APIResponseSchema(value = WeekView.class, responseCode = "201")
    public Response take(
            @PathParam("place") String code,
            @HeaderParam(KEY) String key,
            @NotNull @Valid ImportRequest request) {
        var place = access.editable(code);
        var by = current.get().user();
        var done = once.run(key, request, () -> importing.take(request.preview(), place, by));
        if (done.isRefused()) {
            throw RosterProblems.refused(done.refusal()).exception();
        }
        return taken(place, done);
    }

    private Response taken(Place place, Done done) {
        var version = Math.toIntExact(done.version());
        var week = new Week(LocalDate.parse(done.resourceId().split("/", -1)[1]));
        return Response.created(
                        URI.create(
                                "/api/v1/rosters/%s/weeks/%s?version=%d"
                                        .formatted(place.code(), week, version)))
                .entity(weeks.view(place, week, version))
                .build();
    }

    private Draft read(byte[] workbook, Week asked) {
        try {
            return RosterSheet.read(workbook, asked, LocalDate.ofInstant(clock.now(), Week.ZONE));
        } catch (Unreadable e) {
            throw RosterProblems.of(e.because()).exception();
        }
    }

    private static boolean wantsVietnamese(HttpHeaders headers) {
        var languages = headers.getAcceptableLanguages();
        return !languages.isEmpty() && languages.getFirst().getLanguage().equals("vi");
    }

    private static String sha256(byte[] workbook) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(workbook));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
