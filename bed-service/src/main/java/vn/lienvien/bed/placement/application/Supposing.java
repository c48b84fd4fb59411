package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * What if: how every unit would fare for a patient, while nothing is held and nobody is asked. No
 * transaction, so that the roads may be learned first.
 */
@ApplicationScoped
public class Supposing {

    private final WaitingList waiting;
    private final Roads roads;
    private final PlacementRules rules;
    private final DatabaseClock clock;

    Supposing(WaitingList waiting, Roads roads, PlacementRules rules, DatabaseClock clock) {
        this.waiting = waiting;
        this.roads = roads;
        this.rules = rules;
        this.clock = clock;
    }

    /** Empty when the sender is not in the register. */
    public Optional<Supposed> rank(OrganisationId origin, Needs needs) {
        return waiting.seeker(origin, needs)
                .map(
                        seeker -> {
                            var units = waiting.directory().all();
                            if (seeker.from() != null) {
                                roads.learn(
                                        seeker.from(),
                                        units.stream()
                                                .filter(Candidate::activated)
                                                .map(Candidate::place)
                                                .filter(it -> it != null)
                                                .toList());
                            }
                            var now = clock.now();
                            var ranking = new Ranking(rules.ranking(), roads, now);
                            return new Supposed(now, ranking.rank(seeker, units));
                        });
    }

    /**
     * @param candidates best first; who would be asked is the first that is suitable
     */
    public record Supposed(Instant at, List<Ranked> candidates) {}
}
