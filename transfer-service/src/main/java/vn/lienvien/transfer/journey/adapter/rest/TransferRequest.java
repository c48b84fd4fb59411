package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.Specialty;
import vn.lienvien.transfer.journey.domain.Urgency;
import vn.lienvien.transfer.text.Moment;
import vn.lienvien.transfer.text.PlainText;

/**
 * A request as the sending hospital files it.
 *
 * @param origin the hospital that sends, where a coordinator files for it; else it is the own one
 * @param organisation the hospital asked, with ASK
 * @param reason of the official transfer form
 * @param confirmWarnings one confirmation for all unusual values
 */
@Schema(examples = Examples.REQUEST)
record TransferRequest(
        OrganisationCode origin,
        @NotNull Routing routing,
        @Valid AgreementRequest agreement,
        OrganisationCode organisation,
        UnitCode unit,
        @NotNull Urgency urgency,
        @NotNull @Valid Patient patient,
        @NotNull @Valid ClinicalPicture clinical,
        @NotNull @Pattern(regexp = "1a|1b|2") String reason,
        @Size(max = 8) List<@NotNull Specialty> specialties,
        @Size(max = 20) List<@NotNull OrganisationCode> wishes,
        @Size(max = 10) List<@Valid @NotNull Contact> contacts,
        Boolean confirmWarnings,
        @Moment Instant occurredAt)
        implements Dated {

    /** Identity; encrypted at rest, read only with an audit row. */
    record Patient(
            @NotBlank @PlainText(max = 60) String localId,
            @NotBlank @PlainText(max = 200) String fullName,
            LocalDate birthDate,
            @Pattern(regexp = "[A-Za-z0-9]{10,20}") String insuranceNumber,
            @Pattern(regexp = "[0-9]{9}|[0-9]{12}") String citizenId,
            @PlainText(max = 30) String phone,
            @PlainText(max = 300) String address) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "Patient[withheld]";
        }
    }

    /** Whom to call. */
    record Contact(
            @NotBlank @PlainText(max = 200) String name,
            @PlainText(max = 100) String grade,
            @NotNull @Pattern(regexp = PHONE) String phone,
            @Pattern(regexp = PHONE) String secondPhone) {

        private static final String PHONE = "(\\+84|0)[0-9]{9,10}";
    }

    List<Specialty> specialtiesOrNone() {
        return specialties == null ? List.of() : specialties;
    }

    List<OrganisationCode> wishesOrNone() {
        return wishes == null ? List.of() : wishes;
    }
}
