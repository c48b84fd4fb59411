package vn.lienvien.bed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Map;
import vn.lienvien.bed.placement.application.PlacementRhythms;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.RankingRules;
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

    RankingConfig ranking();

    /** Weights of the ranking, in minutes of travel. */
    interface RankingConfig {
        @WithDefault("1.35")
        double detour();

        @WithDefault("40")
        double kmh();

        @WithDefault("20")
        double cityKmh();

        @WithDefault("60")
        int fullLoad();

        @WithDefault("15")
        int stale();

        @WithDefault("0")
        int region();

        @WithDefault("PT8H")
        Duration fresh();

        @WithDefault("PT12H")
        Duration amber();

        @WithDefault("PT24H")
        Duration old();
    }

    /** Hands the settings to the features as values of their own. */
    @ApplicationScoped
    class Values {

        @Produces
        PlacementRules rules(BedServiceConfig config) {
            var ranking = config.ranking();
            return new PlacementRules(
                    new HoldRules(
                            config.hold(),
                            config.answer(),
                            config.consulting(),
                            config.teamAnswer(),
                            config.ageing()),
                    new RankingRules(
                            ranking.detour(),
                            ranking.kmh(),
                            ranking.cityKmh(),
                            ranking.fullLoad(),
                            ranking.stale(),
                            ranking.region(),
                            ranking.fresh(),
                            ranking.amber(),
                            ranking.old()));
        }

        @Produces
        PlacementRhythms rhythms(BedServiceConfig config) {
            return new PlacementRhythms(config.allocateEvery(), config.lapseEvery());
        }
    }
}
