package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.adapter.rest.ImportViews.ReportsPreview;
import vn.lienvien.bed.capacity.adapter.rest.ImportViews.Take;
import vn.lienvien.bed.capacity.adapter.rest.ImportViews.Taken;
import vn.lienvien.bed.capacity.adapter.rest.ImportViews.UnitsPreview;
import vn.lienvien.bed.capacity.adapter.rest.sheet.Fault;
import vn.lienvien.bed.capacity.adapter.rest.sheet.ReportSheet;
import vn.lienvien.bed.capacity.adapter.rest.sheet.UnitSheet;
import vn.lienvien.bed.capacity.adapter.rest.sheet.Unreadable;
import vn.lienvien.bed.capacity.application.ImportingReports;
import vn.lienvien.bed.capacity.application.ImportingUnits;
import vn.lienvien.bed.capacity.application.Preview;
import vn.lienvien.bed.capacity.application.Units;
import vn.lienvien.bed.capacity.application.WardBook;
import vn.lienvien.bed.capacity.domain.CapacityRefusal;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.time.DatabaseClock;

/** Brings many units in from a CSV file: first a preview, then exactly that. */
@Path("/api/v1/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "capacity files")
@Blocking
public class ImportResource {

    private static final String KEY = "Idempotency-Key";

    private final ImportingReports reports;
    private final ImportingUnits wards;
    private final Units units;
    private final WardBook book;
    private final ImportViews views;
    private final UnitAccess access;
    private final DatabaseClock clock;
    private final Once once;
    private final Audit audit;

    ImportResource(
            ImportingReports reports,
            ImportingUnits wards,
            Units units,
            WardBook book,
            ImportViews views,
            UnitAccess access,
            DatabaseClock clock,
            Once once,
            Audit audit) {
        this.reports = reports;
        this.wards = wards;
        this.units = units;
        this.book = book;
        this.views = views;
        this.access = access;
        this.clock = clock;
        this.once = once;
        this.audit = audit;
    }

    @POST
    @Path("/report-previews")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(
            summary = "Shows unit by unit what a file of reports would change",
            description =
                    "CSV as docs/capacity.md says. Your own hospital's units, or any for a"
                            + " coordinator. Faults are told by row and column, in Vietnamese for"
                            + " Accept-Language: vi.")
    @APIResponseSchema(value = ReportsPreview.class, responseCode = "201")
    public Response previewReports(
            @HeaderParam(KEY) String key, @Context HttpHeaders headers, byte[] file) {
        access.importsReports();
        var draft = read(() -> ReportSheet.read(file, clock.now(), this::against));
        refuse(draft.faults(), headers);
        return preview(
                key,
                file,
                () -> reports.preview(draft.lines(), access.user()),
                id -> reports.find(id, access.user()).map(views::of));
    }

    @POST
    @Path("/report-imports")
    @Authenticated
    @Operation(summary = "Takes a preview of reports, whole or not at all")
    @APIResponseSchema(value = Taken.class, responseCode = "201")
    public Response takeReports(@HeaderParam(KEY) String key, @NotNull @Valid Take body) {
        access.importsReports();
        return take(
                key,
                body,
                "capacity-imported",
                () -> reports.find(body.preview(), access.user()),
                reports::take);
    }

    @POST
    @Path("/unit-previews")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(
            summary = "Shows what a file of units would change in the register",
            description =
                    "For coordinators. It activates no unit: only a doctor of its hospital does.")
    @APIResponseSchema(value = UnitsPreview.class, responseCode = "201")
    public Response previewUnits(
            @HeaderParam(KEY) String key, @Context HttpHeaders headers, byte[] file) {
        access.importsUnits();
        var draft = read(() -> UnitSheet.read(file, this::against));
        refuse(draft.faults(), headers);
        return preview(
                key,
                file,
                () -> wards.preview(draft.facts(), access.user()),
                id -> wards.find(id, access.user()).map(views::ofUnits));
    }

    @POST
    @Path("/unit-imports")
    @Authenticated
    @Operation(summary = "Takes a preview of units, whole or not at all")
    @APIResponseSchema(value = Taken.class, responseCode = "201")
    public Response takeUnits(@HeaderParam(KEY) String key, @NotNull @Valid Take body) {
        access.importsUnits();
        return take(
                key,
                body,
                "units-imported",
                () -> wards.find(body.preview(), access.user()),
                wards::take);
    }

    private Fault against(UnitId unit) {
        var ward = units.find(unit);
        if (ward.isEmpty()) {
            return Fault.UNIT_UNKNOWN;
        }
        return access.mayImport(ward.get()) ? null : Fault.NOT_YOURS;
    }

    private Fault against(WardFacts facts) {
        var before = book.now(facts.unit());
        if (before.isPresent() && !before.get().facts().ward().equals(facts.ward())) {
            return Fault.HOSPITAL_DIFFERS;
        }
        if (!book.isHospital(facts.ward().organisation())) {
            return Fault.HOSPITAL_UNKNOWN;
        }
        return wards.closesWhatItPromised(facts) ? Fault.PROMISED : null;
    }

    /** Reading a file. */
    @FunctionalInterface
    private interface Reading<D> {
        D read() throws Unreadable;
    }

    private static <D> D read(Reading<D> reading) {
        try {
            return reading.read();
        } catch (Unreadable e) {
            throw SheetProblems.of(e.because()).exception();
        }
    }

    private static void refuse(List<Fault.At> faults, HttpHeaders headers) {
        if (!faults.isEmpty()) {
            var languages = headers.getAcceptableLanguages();
            boolean vietnamese =
                    !languages.isEmpty() && languages.getFirst().getLanguage().equals("vi");
            throw SheetProblems.of(faults, vietnamese).exception();
        }
    }

    private <V> Response preview(
            String key, byte[] file, Supplier<UUID> keeping, Function<UUID, Optional<V>> showing) {
        var done = once.run(key, Map.of("sha256", sha256(file)), () -> Done.created(keeping.get()));
        return showing.apply(UUID.fromString(done.resourceId()))
                .map(view -> Response.status(done.status()).entity(view).build())
                .orElseThrow(() -> expired().exception());
    }

    private <L> Response take(
            String key,
            Take body,
            String action,
            Supplier<Optional<Preview<L>>> finding,
            Function<Preview<L>, Optional<CapacityRefusal>> taking) {
        var done = once.run(key, body, () -> taken(body.preview(), action, finding, taking));
        if (done.isRefused()) {
            throw CapacityProblems.of(done.refusal()).exception();
        }
        return Response.status(done.status()).entity(new Taken(done.version().intValue())).build();
    }

    private <L> Done taken(
            UUID id,
            String action,
            Supplier<Optional<Preview<L>>> finding,
            Function<Preview<L>, Optional<CapacityRefusal>> taking) {
        var preview = finding.get().orElseThrow(() -> Problem.notFound().exception());
        var refusal = taking.apply(preview);
        if (refusal.isPresent()) {
            return Done.refused(CapacityProblems.code(refusal.get()));
        }
        int lines = preview.lines().size();
        audit.record(action, "import", id.toString(), Map.of("units", String.valueOf(lines)));
        return Done.created(id).version(lines);
    }

    private static Problem expired() {
        return CapacityProblems.of(CapacityProblems.code(CapacityRefusal.PREVIEW_EXPIRED));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
