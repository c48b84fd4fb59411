package vn.lienvien.transfer.journey.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.Contradiction;
import vn.lienvien.transfer.journey.domain.Needs;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.PatientOutcome;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.StateName;
import vn.lienvien.transfer.journey.domain.TeamState;
import vn.lienvien.transfer.journey.domain.Urgency;

/**
 * A transfer as it is shown: never who the patient is.
 *
 * @param automation RUNNING, or PAUSED with a reason
 * @param clinical absent in lists
 * @param version of the clinical picture, as in the ETag
 * @param flag the weightiest contradiction of the fact just reported; flags has all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        UUID id,
        String caseCode,
        StateName state,
        EndedView ended,
        int attempt,
        String origin,
        Routing routing,
        Urgency urgency,
        boolean endorsed,
        PlaceView destination,
        OfferView offer,
        List<OfferView> offers,
        String automation,
        Automation automationReason,
        TeamView team,
        String diversion,
        String stoppedAt,
        Integer waitingPosition,
        PatientOutcome outcome,
        Map<String, Instant> milestones,
        ClinicalPicture clinical,
        PapersView papers,
        NeedsView needs,
        long version,
        Contradiction flag,
        List<Contradiction> flags) {

    /** Without a handover. */
    record EndedView(String kind) {}

    /** Where the patient is expected, or is. */
    record PlaceView(String unit, String organisation, UUID slotId, UUID offerId) {}

    /** What a unit is asked now. */
    record OfferView(
            UUID id,
            int number,
            String kind,
            String unit,
            String organisation,
            UUID slotId,
            Instant until,
            String state,
            boolean opened) {}

    /** The visiting team. */
    record TeamView(TeamState state, String organisation, List<String> asked, boolean goes) {}

    /** What the request carries beside the clinical picture. */
    record PapersView(
            String reason,
            RequestPapers.Agreement agreement,
            List<RequestPapers.Contact> contacts,
            List<String> confirmedUnusual) {}

    /** What is searched for. */
    record NeedsView(
            String ecmoStatus,
            String ecmoMode,
            String ageGroup,
            Integer ageYears,
            BigDecimal weightKg,
            String crrt,
            String isolation,
            List<String> specialties,
            List<String> wishes) {

        static NeedsView of(Needs needs, Predicate<Organisation> shown) {
            return new NeedsView(
                    needs.ecmoStatus().name(),
                    needs.ecmoMode() == null ? null : needs.ecmoMode().name(),
                    needs.ageGroup().name(),
                    needs.ageYears(),
                    needs.weightKg(),
                    needs.crrt().name(),
                    needs.isolation().name(),
                    needs.specialties().stream().map(Enum::name).toList(),
                    needs.wishes().stream().filter(shown).map(Organisation::code).toList());
        }
    }
}
