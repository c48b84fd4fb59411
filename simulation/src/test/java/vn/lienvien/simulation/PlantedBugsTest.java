package vn.lienvien.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Finding nothing in what ships means something only while each of these is found. */
class PlantedBugsTest {

    private static final long FIRST_SEED = 1;
    private static final long BUDGET = 200_000;

    /** A diversion that is given up is rare: sought from where one is near. */
    private static final long NEAR_A_TURN = 3_000;

    @ParameterizedTest
    @MethodSource("everyBug")
    void isFoundByTheInvariantItBreaks(Bug bug, Set<Invariant> expected) {
        long first = bug == Bug.TURN_BACK_UNHEARD ? NEAR_A_TURN : FIRST_SEED;
        var found = new Campaign(bug).run(first, BUDGET).broken();

        assertThat(found).as(bug.says()).isPresent();
        assertThat(expected).as(found.toString()).contains(found.get().invariant());
    }

    @Test
    void noneIsMissing() {
        assertThat(everyBug().map(it -> it.get()[0]).collect(Collectors.toSet()))
                .isEqualTo(
                        Stream.of(Bug.values())
                                .filter(it -> it != Bug.NONE)
                                .collect(Collectors.toSet()));
    }

    static Stream<Arguments> everyBug() {
        return Stream.of(
                planted(Bug.SLOT_GUARD_DROPPED, Invariant.I1),
                planted(Bug.OFFSET_BEFORE_DATABASE, Invariant.I5),
                planted(Bug.ID_CURSOR_OUTBOX, Invariant.I4, Invariant.I6),
                planted(Bug.INBOX_SKIPPED, Invariant.I5),
                planted(Bug.GAPS_IGNORED, Invariant.I5, Invariant.I6),
                planted(Bug.OFFER_ID_IGNORED, Invariant.I8),
                planted(Bug.CLOCK_BEFORE_LOCK, Invariant.I7, Invariant.I8),
                planted(Bug.HOST_CLOCK, Invariant.I7, Invariant.I8, Invariant.I13),
                planted(Bug.RELAY_RUNS_AHEAD, Invariant.I6),
                planted(Bug.SEND_ERROR_SWALLOWED, Invariant.I4, Invariant.I6),
                planted(Bug.SWEEPER_OFF, Invariant.I7),
                planted(Bug.ESCALATION_OFF, Invariant.I10),
                planted(Bug.END_KEEPS_SLOT, Invariant.I9),
                planted(Bug.ATTEMPT_IGNORED, Invariant.I12),
                planted(Bug.ENDED_STILL_FOLLOWS, Invariant.I12),
                planted(Bug.TURN_BACK_UNHEARD, Invariant.I12),
                planted(Bug.LOWER_RANK_FIRST, Invariant.I11),
                planted(Bug.KEY_IGNORED, Invariant.I3),
                planted(Bug.FACT_REFUSED, Invariant.I19));
    }

    private static Arguments planted(Bug bug, Invariant... breaks) {
        return argumentSet(bug.name(), bug, Set.of(breaks));
    }
}
