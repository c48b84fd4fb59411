package vn.lienvien.bed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import vn.lienvien.bed.capacity.application.ImportRules;
import vn.lienvien.bed.placement.application.Advising;
import vn.lienvien.bed.placement.application.PlacementRhythms;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.application.PlanLimits;
import vn.lienvien.bed.placement.application.Roads;
import vn.lienvien.bed.placement.application.StillTrueRules;
import vn.lienvien.bed.placement.domain.FreshnessRules;
import vn.lienvien.bed.placement.domain.FreshnessRules.Limits;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.PlanRules;
import vn.lienvien.bed.placement.domain.RankingRules;
import vn.lienvien.bed.placement.domain.StillTrue;

/** Hands the settings to the features as values of their own. */
@ApplicationScoped
class Settings {

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
                        (int) ranking.fullLoad().toMinutes(),
                        (int) ranking.stale().toMinutes(),
                        (int) ranking.region().toMinutes(),
                        freshness(config.freshness())),
                config.unrostered());
    }

    private static FreshnessRules freshness(BedServiceConfig.FreshnessConfig config) {
        var surge = config.surge();
        return new FreshnessRules(
                new Limits(config.fresh(), config.amber(), config.old()),
                new Limits(surge.fresh(), surge.amber(), surge.old()));
    }

    @Produces
    ImportRules imports(BedServiceConfig config) {
        return new ImportRules(config.previewKept());
    }

    @Produces
    StillTrueRules stillTrue(BedServiceConfig config) {
        var asking = config.stillTrue();
        return new StillTrueRules(new StillTrue(asking.most()), asking.quiet());
    }

    @Produces
    PlanLimits plan(BedServiceConfig config) {
        var plan = config.plan();
        return new PlanLimits(
                new PlanRules(
                        plan.weight(),
                        (int) plan.wish().toMinutes(),
                        (int) plan.unsure().toMinutes()),
                plan.solveWithin(),
                plan.moves(),
                plan.validFor());
    }

    @Produces
    PlacementRhythms rhythms(BedServiceConfig config) {
        return new PlacementRhythms(
                config.allocateEvery(), config.lapseEvery(), config.roads().scoutEvery());
    }

    @Produces
    Advising.DutyOffice office(BedServiceConfig config) {
        var office = config.office();
        return new Advising.DutyOffice(office.name(), office.phone(), office.organisation());
    }

    @Produces
    Roads.RoadRules roads(BedServiceConfig config) {
        var roads = config.roads();
        return new Roads.RoadRules(roads.refresh(), roads.forget(), roads.silence());
    }

    @Produces
    Roads.RouterAddress router(BedServiceConfig config) {
        return new Roads.RouterAddress(config.roads().url(), config.roads().timeout());
    }
}
