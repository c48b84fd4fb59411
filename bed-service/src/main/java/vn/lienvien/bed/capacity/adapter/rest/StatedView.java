package vn.lienvien.bed.capacity.adapter.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Stated;

/** What was said of a unit, by whom, when, and how it came in. */
record StatedView(
        Report report,
        @Schema(description = "the moment the numbers speak of") Instant reportedAt,
        @Schema(description = "later than that when they were entered late") Instant recordedAt,
        String source,
        String reportedBy,
        @Schema(description = "who of the unit said it on the phone") String answeredBy) {

    static StatedView of(Stated it) {
        var said = it.statement();
        return new StatedView(
                said.report(),
                said.at(),
                it.recordedAt(),
                said.source().name(),
                said.by(),
                said.answeredBy());
    }
}
