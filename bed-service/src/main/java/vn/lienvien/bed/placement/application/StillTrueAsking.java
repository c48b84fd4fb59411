package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Ward;

/** Asks the units that a case may reach whether their numbers are still true. */
@ApplicationScoped
public class StillTrueAsking {

    private final StillTrueAsks asks;
    private final Announcing announcing;
    private final StillTrueRules rules;

    public StillTrueAsking(StillTrueAsks asks, Announcing announcing, StillTrueRules rules) {
        this.asks = asks;
        this.announcing = announcing;
        this.rules = rules;
    }

    /** Gathers whom the cases of one pass may reach, to ask each once. */
    final class Round {

        private final SequencedSet<Ward> reached = new LinkedHashSet<>();

        void reach(Placement placement, List<Ranked> ranking) {
            reached.addAll(rules.reach().toAsk(placement, ranking));
        }

        void ask(Instant now) {
            if (!reached.isEmpty()) {
                asks.ask(reached, rules.quiet(), now)
                        .forEach(it -> announcing.stillTrueAsked(it.ward(), it.reportedAt(), now));
            }
        }
    }

    Round round() {
        return new Round();
    }
}
