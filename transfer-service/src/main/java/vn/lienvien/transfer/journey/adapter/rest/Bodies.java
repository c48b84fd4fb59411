package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.journey.domain.BrokenBecause;
import vn.lienvien.transfer.journey.domain.EcmoMode;
import vn.lienvien.transfer.journey.domain.EcmoStatus;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.Finding;
import vn.lienvien.transfer.journey.domain.JudgedBecause;
import vn.lienvien.transfer.journey.domain.NeedsChange;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.Specialty;
import vn.lienvien.transfer.journey.domain.Urgency;
import vn.lienvien.transfer.text.Moment;
import vn.lienvien.transfer.text.PlainText;

/** What each command is sent with. */
final class Bodies {

    private Bodies() {}

    @Schema(examples = "{\"urgency\":\"U1\",\"reason\":\"falling pressure\"}")
    record ChangeUrgency(
            @NotNull Urgency urgency,
            @NotBlank @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Dated {}

    /** A second doctor stands behind U0 or U1. */
    @Schema(examples = "{\"reason\":\"seen together on the phone\"}")
    record EndorseUrgency(@PlainText(max = 500) String reason, @Moment Instant occurredAt)
            implements Dated {}

    @Schema(
            examples =
                    "{\"routing\":\"ASK\",\"organisation\":\"cho-ray\",\"reason\":\"called us\"}")
    record ChangeRouting(
            @NotNull Routing routing,
            OrganisationCode organisation,
            UnitCode unit,
            @Valid AgreementRequest agreement,
            @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Towards {

        UnitCode namedUnit() {
            return routing == Routing.AGREED ? agreement.unit() : unit;
        }
    }

    /** Where to; what was agreed says with whom itself. */
    interface Towards extends Dated {

        Routing routing();

        OrganisationCode organisation();

        AgreementRequest agreement();

        default Organisation named() {
            return switch (routing()) {
                case AGREED -> Requests.organisation(agreement().organisation());
                case ASK -> Requests.organisation(organisation());
                case SEARCH -> null;
            };
        }

        /** Checked as when a request is filed. */
        default List<vn.lienvien.transfer.clinical.Finding> findings(Instant now) {
            return Requests.towards(routing(), organisation(), agreement(), now);
        }
    }

    /** Only what is sent changes. */
    @Schema(examples = "{\"crrt\":\"YES\",\"reason\":\"anuria since 04:00\"}")
    record ChangeNeeds(
            EcmoStatus ecmoStatus,
            EcmoMode ecmoMode,
            Finding crrt,
            Finding isolation,
            @Size(max = 8) List<@NotNull Specialty> specialties,
            @Size(max = 20) List<@NotNull OrganisationCode> wishes,
            @NotBlank @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Dated {

        NeedsChange change() {
            return new NeedsChange(
                    ecmoStatus,
                    ecmoMode,
                    crrt,
                    isolation,
                    specialties,
                    wishes == null ? null : wishes.stream().map(Requests::organisation).toList());
        }
    }

    @Schema(examples = "{\"organisation\":\"cho-ray\"}")
    record RequestTeam(
            @NotNull OrganisationCode organisation,
            @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Dated {}

    @Schema(examples = "{\"goes\":true}")
    record AnswerTeam(
            @NotNull Boolean goes, @PlainText(max = 500) String reason, @Moment Instant occurredAt)
            implements Dated {}

    /**
     * @param overrideReason the leader lets the patient go although the checklist has not passed
     */
    @Schema(examples = "{\"overrideReason\":\"hand crank tested at the bedside\"}")
    record DeclareReady(@PlainText(max = 500) String overrideReason, @Moment Instant occurredAt)
            implements Dated {

        @Override
        public String reason() {
            return overrideReason;
        }

        boolean overridden() {
            return overrideReason != null && !overrideReason.isBlank();
        }
    }

    @Schema(examples = "{\"routing\":\"SEARCH\",\"reason\":\"bridge closed\"}")
    record Divert(
            @NotNull Routing routing,
            OrganisationCode organisation,
            @Valid AgreementRequest agreement,
            @NotBlank @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Towards {}

    @Schema(examples = "{\"kind\":\"STOOD_DOWN_IMPROVED\",\"reason\":\"lungs recover\"}")
    record End(
            @NotNull EndKind kind,
            @NotBlank @PlainText(max = 500) String reason,
            Instant occurredAt)
            implements Dated {

        /** What has happened is refused for no time, as with any fact. */
        End {
            occurredAt = Dated.storable(occurredAt);
        }
    }

    /**
     * The patient is here, and it cannot wait.
     *
     * @param reason in one's own words: kept on the timeline, and told nowhere else
     */
    @Schema(
            examples =
                    "{\"because\":\"PATIENT_AT_OUR_DOOR\",\"reason\":\"ambulance stopped here, pump failing, team leader not reached\"}")
    record BreakGlass(@NotNull BrokenBecause because, @NotBlank @PlainText(max = 500) String reason)
            implements Dated {

        /** It is always now. */
        @Override
        public Instant occurredAt() {
            return null;
        }
    }

    /** It was asked whether it was right, and this was found. */
    @Schema(examples = "{\"because\":\"AS_SAID\",\"reason\":\"spoke with the ward\"}")
    record JudgeGlass(@NotNull JudgedBecause because, @PlainText(max = 500) String reason)
            implements Dated {

        /** It is always now. */
        @Override
        public Instant occurredAt() {
            return null;
        }
    }

    /** A new version of the clinical picture, as a whole. */
    @Schema(
            examples =
                    "{\"clinical\":{\"ageYears\":23,\"sex\":\"FEMALE\",\"weightKg\":92,\"diagnosis\":{\"text\":\"COVID-19, ARDS\"},\"ecmo\":{\"status\":\"RUNNING\",\"mode\":\"VV\",\"flowLMin\":4.2}}}")
    record AmendClinical(
            @NotNull @Valid ClinicalPicture clinical,
            Boolean confirmWarnings,
            @PlainText(max = 500) String reason,
            @Moment Instant occurredAt)
            implements Dated {}
}
