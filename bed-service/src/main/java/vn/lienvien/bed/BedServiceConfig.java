package vn.lienvien.bed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Urgency;

/** Everything of bed-service that an installation may set. */
@ConfigMapping(prefix = "lienvien.bed")
public interface BedServiceConfig {

    /** How long a slot is kept for an answer, by class; a class without one is never held for. */
    Map<Urgency, Duration> hold();

    /** How long a unit may take to answer a red alert for which nothing is held. */
    Duration answer();

    /** How long "let us consult" stops the clock. */
    Duration consulting();

    /** How long a red alert waits for one team before it calls the next. */
    Duration teamAnswer();

    /** After which a planned transfer queues as U2. */
    Duration ageing();

    /** The allocator looks that often though nobody woke it. */
    Duration allocateEvery();

    /** How often lapsed offers are swept. */
    Duration lapseEvery();

    /**
     * Of a unit whose roster nobody ever entered: UNKNOWN asks it after those known to have
     * somebody on duty, NO asks it no more by itself.
     */
    @WithDefault("UNKNOWN")
    Finding unrostered();

    RankingConfig ranking();

    RoadsConfig roads();

    /** Whom a sender can call while the patient waits, until a coordinator names somebody. */
    OfficeConfig office();

    /** The coordinating office, day and night. */
    interface OfficeConfig {

        Optional<String> name();

        Optional<String> phone();

        Optional<String> organisation();
    }

    /** A routing machine that speaks OSRM; without one all travel is estimated. */
    interface RoadsConfig {

        Optional<URI> url();

        /** How long an answer is waited for; then the estimate must do. */
        @WithDefault("PT2S")
        Duration timeout();

        /** After which a route is asked for anew. */
        @WithDefault("P7D")
        Duration refresh();

        /** After which an old route is worth less than an estimate. */
        @WithDefault("P30D")
        Duration forget();

        /** For which a router that failed is left alone. */
        @WithDefault("PT60S")
        Duration silence();

        /** How often roads are learned ahead of the allocator. */
        @WithDefault("PT30S")
        Duration scoutEvery();
    }

    /** Weights of the ranking, in minutes of travel. */
    interface RankingConfig {
        @WithDefault("1.35")
        double detour();

        @WithDefault("40")
        double kmh();

        @WithDefault("20")
        double cityKmh();

        /** What a unit that would be full afterwards counts as farther away. */
        @WithDefault("PT60M")
        Duration fullLoad();

        /** What each step of age of its report counts (fresh, amber, old, expired). */
        @WithDefault("PT15M")
        Duration stale();

        /** What a unit outside the responsibility region counts; 0 in normal times. */
        @WithDefault("PT0S")
        Duration region();
    }

    /** How long a preview of an import can still be taken. */
    @WithDefault("PT30M")
    Duration previewKept();

    StillTrueConfig stillTrue();

    /** "Still true?", asked of the units a case may reach when their numbers are not fresh. */
    interface StillTrueConfig {
        /** How far down the ranking a case is thought to reach. */
        @WithDefault("5")
        int most();

        /** How long a unit is not asked again. */
        @WithDefault("PT1H")
        Duration quiet();
    }

    PlanConfig plan();

    /** Proposals for all who wait together. */
    interface PlanConfig {

        /** How long better is looked for; a coordinator waits for it. */
        @WithDefault("PT2S")
        Duration solveWithin();

        /** Moves tried at most, so that a small plan is there at once. */
        @WithDefault("200000")
        long moves();

        /** How long a plan may be accepted. */
        @WithDefault("PT10M")
        Duration validFor();

        /** How often a minute counts, by the class somebody queues in; 1 where none is given. */
        Map<Urgency, Integer> weight();

        /** What a unit counts as farther away that was not among somebody's wishes. */
        @WithDefault("PT60M")
        Duration wish();

        /** And one whose duty roster is not known; twice that when it must be called first. */
        @WithDefault("PT60M")
        Duration unsure();
    }

    FreshnessConfig freshness();

    /**
     * How long what a unit says of itself is believed: until then fresh, amber, old; then expired.
     */
    interface FreshnessConfig {
        @WithDefault("PT8H")
        Duration fresh();

        @WithDefault("PT12H")
        Duration amber();

        @WithDefault("PT24H")
        Duration old();

        SurgeConfig surge();
    }

    /** The same while a surge is declared where the unit is. */
    interface SurgeConfig {
        @WithDefault("PT60M")
        Duration fresh();

        @WithDefault("PT90M")
        Duration amber();

        @WithDefault("PT3H")
        Duration old();
    }
}
