package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.clinical.RoadReading;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.PatientOutcome;
import vn.lienvien.transfer.text.PlainText;

/**
 * What has happened. It is never refused; what does not fit is flagged.
 *
 * @param organisation where, or whose team; when absent: of an arrival or handover where the
 *     patient is expected or is, of a team told of by somebody else the one that was to come, else
 *     the speaker's own
 * @param keepsPlace with TURNED_BACK: the confirmed place stays for another try (as it does unless
 *     said otherwise)
 * @param reading with READING: values by name, as read; up to 9 digits before and 6 after the point
 *     (a huge exponent slips through {@code Digits} alone)
 * @param outcome with OUTCOME
 */
@Schema(
        examples =
                "{\"type\":\"ARRIVED\",\"organisation\":\"htd-hcmc\",\"unit\":\"htd-hcmc.icu-adult\",\"occurredAt\":\"2021-11-08T19:10:00+07:00\"}")
record FactRequest(
        @NotNull Type type,
        OrganisationCode organisation,
        UnitCode unit,
        Boolean keepsPlace,
        @Size(max = 40)
                Map<
                                @Pattern(regexp = "[A-Za-z0-9]{1,40}") String,
                                @NotNull @Digits(integer = 9, fraction = 6)
                                @DecimalMin("-999999999") @DecimalMax("999999999") BigDecimal>
                        reading,
        PatientOutcome outcome,
        @PlainText(max = 500) String reason,
        Instant occurredAt)
        implements Dated {

    /** A phone's clock may have begun anew: no time refuses a fact. */
    FactRequest {
        occurredAt = Dated.storable(occurredAt);
    }

    /** Kinds of fact. */
    enum Type {
        TEAM_LEFT,
        TEAM_AT_BEDSIDE,
        CANNULATED,
        TEAM_STAYING,
        TEAM_TURNED_BACK,
        DEPARTED,
        ARRIVED,
        TURNED_BACK,
        EMERGENCY_STOP,
        HANDED_OVER,
        DIED,
        READING,
        OUTCOME
    }

    /**
     * @param meant the organisation when none is named
     * @param read what the values of a reading come to
     */
    Fact fact(Organisation meant, RoadReading read) {
        var where = organisation == null ? meant : Requests.organisation(organisation);
        return switch (type) {
            case TEAM_LEFT -> new Fact.TeamLeft(where);
            case TEAM_AT_BEDSIDE -> new Fact.TeamAtBedside(where);
            case CANNULATED -> new Fact.Cannulated(where);
            case TEAM_STAYING -> new Fact.TeamStaying(where);
            case TEAM_TURNED_BACK -> new Fact.TeamTurnedBack(where);
            case DEPARTED -> new Fact.Departed();
            case ARRIVED -> new Fact.Arrived(where, Requests.unit(unit));
            case TURNED_BACK -> new Fact.TurnedBack(keeps());
            case EMERGENCY_STOP -> new Fact.EmergencyStop(where);
            case HANDED_OVER -> new Fact.HandedOver(where);
            case DIED -> new Fact.Died();
            case READING -> new Fact.Reading(says(read));
            case OUTCOME -> new Fact.OutcomeKnown(outcome);
        };
    }

    private static Fact.Reading.Says says(RoadReading read) {
        if (read.circuitStopped()) {
            return Fact.Reading.Says.CIRCUIT_STOPPED;
        }
        return read.unusual().isEmpty() ? Fact.Reading.Says.USUAL : Fact.Reading.Says.UNUSUAL;
    }

    /** Name on the timeline. */
    String what() {
        return switch (type) {
            case TEAM_LEFT -> "team.left";
            case TEAM_AT_BEDSIDE -> "team.at-bedside";
            case CANNULATED -> "team.cannulated";
            case TEAM_STAYING -> "team.staying";
            case TEAM_TURNED_BACK -> "team.turned-back";
            case DEPARTED -> "transfer.departed";
            case ARRIVED -> "transfer.arrived";
            case TURNED_BACK -> "transfer.turned-back";
            case EMERGENCY_STOP -> "transfer.emergency-stop";
            case HANDED_OVER -> "transfer.handed-over";
            case DIED -> "transfer.died";
            case READING -> "transfer.reading";
            case OUTCOME -> "transfer.outcome-recorded";
        };
    }

    /** What this kind of fact cannot do without. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (type == Type.EMERGENCY_STOP && organisation == null) {
            findings.add(new Finding("organisation", "required"));
        }
        if (type == Type.OUTCOME && outcome == null) {
            findings.add(new Finding("outcome", "required"));
        }
        if (unit != null && !ofNamed(unit)) {
            findings.add(new Finding("unit", "unit-of-another"));
        }
        return findings;
    }

    private boolean ofNamed(UnitCode one) {
        return organisation != null && one.value().startsWith(organisation.value() + ".");
    }

    private boolean keeps() {
        return !Boolean.FALSE.equals(keepsPlace);
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (reading != null) {
            values.putAll(reading);
        }
        if (organisation != null) {
            values.put("organisation", organisation.value());
        }
        if (unit != null) {
            values.put("unit", unit.value());
        }
        if (type == Type.TURNED_BACK) {
            values.put("keepsPlace", keeps());
        }
        if (outcome != null) {
            values.put("outcome", outcome.name());
        }
        return values;
    }
}
