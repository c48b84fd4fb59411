package vn.lienvien.bed.capacity.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.domain.Surge;

/** A surge: where, since when, and who declared it. */
record SurgeView(
        UUID id,
        @Schema(description = "absent when declared everywhere") String province,
        String declaredBy,
        String declaredFor,
        Instant declaredAt,
        String reason,
        @Schema(description = "absent while it lasts") Instant endedAt,
        String endedBy,
        String endedFor,
        String endReason) {

    static SurgeView of(Surge it) {
        var ended = it.ended() == null ? new Surge.Step(null, null, null, null) : it.ended();
        return new SurgeView(
                it.id(),
                it.province() == null ? null : it.province().name(),
                it.declared().by(),
                it.declared().organisation(),
                it.declared().at(),
                it.declared().reason(),
                ended.at(),
                ended.by(),
                ended.organisation(),
                ended.reason());
    }
}
