package vn.lienvien.notification.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Something happened that people may have to know of.
 *
 * @param names what it is called in policies: its event, and the event with each trait it has, such
 *     as {@code transfer.departed} and {@code transfer.departed/gate-missed}
 * @param attempt of the search it belongs to; 0 when about a unit
 * @param caseCode what people say on the phone; null when about a unit
 * @param urgency the latest class known here; null when about a unit
 * @param said the class that whoever says it knew
 * @param origin the referring hospital; null when about a unit
 * @param named the organisation it names, or null
 * @param unit of that organisation, or null
 * @param coordinator the office that coordinates here
 * @param offer the offer it is about, or the opening of a broken glass, or null
 * @param at when the clock of that offer was set to the time it names, or null
 * @param resumes until when that clock stands still, or null
 * @param until the time it names for an answer, or null
 */
public record Happening(
        Subject subject,
        Set<String> names,
        Source source,
        int attempt,
        String caseCode,
        Urgency urgency,
        Urgency said,
        String origin,
        String named,
        String unit,
        String coordinator,
        UUID offer,
        Instant at,
        Instant resumes,
        Instant until) {

    /** The sender gave the case another class, or its own was endorsed. */
    static final String URGENCY = "transfer.urgency-changed";

    /**
     * As it is with what is known here. Of the class the sender's own word is the latest, whatever
     * another topic still says; where it differs from the one before it has the trait {@code
     * new-class}.
     *
     * @param known the class the sender last gave; null when none was heard
     */
    public Happening knowing(Urgency known) {
        if (urgency == null || urgency == known) {
            return this;
        }
        if (source != Source.TRANSFER) {
            return known == null ? this : as(names, known);
        }
        var more = new TreeSet<>(names);
        more.add(URGENCY + "/new-class");
        return names.contains(URGENCY) ? as(more, urgency) : this;
    }

    private Happening as(Set<String> otherNames, Urgency other) {
        return new Happening(
                subject,
                otherNames,
                source,
                attempt,
                caseCode,
                other,
                said,
                origin,
                named,
                unit,
                coordinator,
                offer,
                at,
                resumes,
                until);
    }

    /** Said before it was known there how urgent the case is: its times are of another class. */
    boolean isBehind() {
        return urgency != null && urgency.isMoreUrgentThan(said);
    }

    /**
     * How long a clock stands still from {@link #since} on.
     *
     * @param otherwise where the event does not say, as those of older releases
     */
    Duration still(Duration otherwise, Instant now) {
        var since = since(now);
        if (resumes == null) {
            return otherwise;
        }
        return resumes.isAfter(since) ? Duration.between(since, resumes) : Duration.ZERO;
    }

    /** No event of another service comes from later than now. */
    Instant since(Instant now) {
        return at == null || at.isAfter(now) ? now : at;
    }

    public String organisation(Whose whose) {
        return switch (whose) {
            case ORIGIN -> origin;
            case NAMED -> named;
            case COORDINATOR -> coordinator;
            case AUTHORITY -> null;
        };
    }

    /** What counts in policies where no transfer, and so no class, is concerned. */
    public Urgency clock() {
        return urgency == null ? Urgency.U2 : urgency;
    }
}
