package vn.lienvien.bed.capacity.adapter.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.domain.Report;

/** A unit, its numbers and their age. */
record UnitView(
        String unit,
        String organisation,
        @Schema(description = "ADULT, PAEDIATRIC or ALL") String ages,
        Findings findings,
        List<String> specialties,
        boolean mobileTeam,
        boolean activated,
        int readyForOutside,
        String dutyPhone,
        @Schema(
                        description =
                                "why it is offered to nobody at the moment; absent when it is trusted")
                String doubt,
        Register.Slots slots,
        Report report,
        Instant reportedAt,
        @Schema(
                        description =
                                "UNIT, UNCHANGED (one tap), SYSTEM, PHONE or IMPORT: how the numbers came in")
                String source,
        @Schema(description = "FRESH, AMBER, OLD, EXPIRED or NEVER_REPORTED") String freshness,
        Long ageMinutes,
        @Schema(
                        description =
                                "when it was asked whether these numbers are still true; absent when it need not answer")
                Instant stillTrueAskedAt,
        @Schema(description = "a surge is declared here: numbers age faster") boolean surge,
        String province,
        @Schema(description = "an invented unit, for the demo") boolean invented) {

    /** YES, NO or UNKNOWN; unknown means: call to check. */
    record Findings(String vv, String va, String crrt, String isolation) {}
}
