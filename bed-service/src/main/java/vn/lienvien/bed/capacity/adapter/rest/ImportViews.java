package vn.lienvien.bed.capacity.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.application.ImportingReports;
import vn.lienvien.bed.capacity.application.ImportingUnits;
import vn.lienvien.bed.capacity.application.Preview;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.WardBook;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.WardVersion;

/** Shows unit by unit what an import would change. */
@ApplicationScoped
class ImportViews {

    private final Register register;
    private final WardBook book;

    ImportViews(Register register, WardBook book) {
        this.register = register;
        this.book = book;
    }

    /** Takes a preview. */
    record Take(@NotNull UUID preview) {}

    /** What was taken. */
    record Taken(int units) {}

    record ReportsPreview(UUID preview, Instant expiresAt, List<ReportChange> changes) {}

    record ReportChange(
            String unit,
            @Schema(description = "absent when the unit never reported") Report before,
            Instant reportedBefore,
            Report after,
            @Schema(description = "absent means when it is taken") Instant reportedAt,
            int freeBefore,
            int freeAfter,
            @Schema(
                            description =
                                    "BELOW_PROMISED: the unit would be doubted; READY_ABOVE_ROOM: more ready than free; OLDER: kept as history only; SAME: the numbers stay")
                    List<Note> notes) {}

    /** What is worth a look before it is taken. */
    enum Note {
        BELOW_PROMISED,
        READY_ABOVE_ROOM,
        OLDER,
        SAME
    }

    record UnitsPreview(UUID preview, Instant expiresAt, List<UnitChange> changes) {}

    record UnitChange(
            String unit,
            @Schema(description = "absent for a new unit") WardView before,
            WardView after,
            boolean changes) {}

    ReportsPreview of(Preview<ImportingReports.Planned> preview) {
        return new ReportsPreview(
                preview.id(),
                preview.expires(),
                preview.lines().stream().map(it -> change(it.line())).toList());
    }

    UnitsPreview ofUnits(Preview<ImportingUnits.Planned> preview) {
        return new UnitsPreview(
                preview.id(),
                preview.expires(),
                preview.lines().stream()
                        .map(
                                it -> {
                                    var before =
                                            book.now(it.facts().unit()).map(WardVersion::facts);
                                    return new UnitChange(
                                            it.facts().unit().value(),
                                            before.map(WardView::of).orElse(null),
                                            WardView.of(it.facts()),
                                            !before.equals(Optional.of(it.facts())));
                                })
                        .toList());
    }

    private ReportChange change(ImportingReports.Line line) {
        var unit = register.unit(line.unit()).orElseThrow();
        int promised = unit.slots().held() + unit.slots().confirmed();
        int promisedOfReported = promised - unit.extraPromised();
        int room = line.report().room();
        boolean older =
                line.reportedAt() != null
                        && unit.reportedAt() != null
                        && line.reportedAt().isBefore(unit.reportedAt());
        var notes = new ArrayList<Note>();
        if (older) {
            notes.add(Note.OLDER);
        } else if (promisedOfReported > room) {
            notes.add(Note.BELOW_PROMISED);
        }
        if (line.report().readyForOutside() > Math.max(0, room - promised)) {
            notes.add(Note.READY_ABOVE_ROOM);
        }
        if (line.report().equals(unit.report())) {
            notes.add(Note.SAME);
        }
        return new ReportChange(
                unit.code(),
                unit.report(),
                unit.reportedAt(),
                line.report(),
                line.reportedAt(),
                unit.slots().free(),
                older ? unit.slots().free() : Math.max(0, room - promised),
                notes);
    }
}
