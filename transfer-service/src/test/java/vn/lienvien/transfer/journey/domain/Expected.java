package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Fixtures.ONE;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;
import vn.lienvien.transfer.journey.domain.Outcome.Stale;
import vn.lienvien.transfer.journey.domain.Outcome.Unchanged;

/** How the tables write an outcome down. */
final class Expected {

    private Expected() {}

    static Function<Transfer, Outcome> refused(Refusal why) {
        return _ -> new Refused(why);
    }

    static Function<Transfer, Outcome> unchanged(Contradiction... flags) {
        return before -> new Unchanged(before, List.of(flags));
    }

    static Function<Transfer, Outcome> stale() {
        return Stale::new;
    }

    static Function<Transfer, Outcome> changed(UnaryOperator<Transfer> to, JourneyEvent... events) {
        return before -> new Changed(to.apply(before), List.of(events), List.of());
    }

    static Function<Transfer, Outcome> flagged(
            Contradiction flag, UnaryOperator<Transfer> to, JourneyEvent... events) {
        return before -> new Changed(to.apply(before), List.of(events), List.of(flag));
    }

    /** A fact about the patient at one o'clock moved the journey. */
    static UnaryOperator<Transfer> movedTo(JourneyState state, Milestone... milestones) {
        return before -> {
            var next = before.in(state);
            for (var milestone : milestones) {
                next = next.reached(milestone, ONE);
            }
            return next.with(next.chronicle().patientSeenAt(ONE));
        };
    }

    /** The journey followed something that is not a fact about the patient. */
    static UnaryOperator<Transfer> to(JourneyState state, Milestone... milestones) {
        return before ->
                Stream.of(milestones)
                        .reduce(
                                before.in(state),
                                (next, milestone) -> next.reached(milestone, ONE),
                                (_, second) -> second);
    }
}
