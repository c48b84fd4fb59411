package vn.lienvien.transfer.journey.domain;

import java.util.List;
import java.util.stream.Stream;

/** What became of a command, a fact or news of the placement. */
public sealed interface Outcome {

    /** What others are told. */
    default List<JourneyEvent> announced() {
        return List.of();
    }

    /** What does not fit; empty when all does. */
    default List<Contradiction> flags() {
        return List.of();
    }

    /** Answer to a command. */
    sealed interface Decided extends Outcome {}

    /** Answer to a fact: never a refusal. */
    sealed interface Recorded extends Outcome {
        /** The same, with one more thing that does not fit. */
        Recorded flagged(Contradiction flag);
    }

    /** Answer to news of the placement. */
    sealed interface Followed extends Outcome {}

    record Changed(Transfer transfer, List<JourneyEvent> events, List<Contradiction> flags)
            implements Decided, Recorded, Followed {

        public Changed {
            events = List.copyOf(events);
            flags = List.copyOf(flags);
        }

        /** The same, after which the other is so and told. */
        Changed thenTelling(Changed other) {
            return new Changed(
                    other.transfer,
                    Stream.concat(events.stream(), other.events.stream()).toList(),
                    Stream.concat(flags.stream(), other.flags.stream()).toList());
        }

        @Override
        public List<JourneyEvent> announced() {
            return Stream.concat(events.stream(), contradictions(flags)).toList();
        }

        @Override
        public Changed flagged(Contradiction flag) {
            return new Changed(transfer, events, append(flags, flag));
        }
    }

    /** A repeat, or something that moves nothing. */
    record Unchanged(Transfer transfer, List<Contradiction> flags)
            implements Decided, Recorded, Followed {

        public Unchanged {
            flags = List.copyOf(flags);
        }

        @Override
        public List<JourneyEvent> announced() {
            return contradictions(flags).toList();
        }

        @Override
        public Unchanged flagged(Contradiction flag) {
            return new Unchanged(transfer, append(flags, flag));
        }
    }

    record Refused(Refusal refusal) implements Decided {}

    /** News of an older attempt or of an ended transfer: recorded only. */
    record Stale(Transfer transfer) implements Followed {}

    private static Stream<JourneyEvent> contradictions(List<Contradiction> flags) {
        return flags.stream().flatMap(Outcome::told);
    }

    private static Stream<JourneyEvent> told(Contradiction flag) {
        return switch (flag) {
            case UNUSUAL_READING -> Stream.empty();
            case CIRCUIT_STOPPED -> Stream.of(new JourneyEvent.CircuitStopped());
            case LEFT_BEFORE_GATE,
                    DEPARTED_BEFORE_ACCEPTED,
                    DEPARTED_AFTER_END,
                    ARRIVED_ELSEWHERE,
                    ARRIVED_AFTER_END,
                    HANDED_OVER_BEFORE_ARRIVAL,
                    CONFIRMED_AFTER_END,
                    CONFIRMED_WHILE_ELSEWHERE,
                    PLACEMENT_DISAGREES,
                    LIVE_AFTER_DEATH,
                    OUT_OF_ORDER,
                    CLOCK_AHEAD ->
                    Stream.of(new JourneyEvent.FactContradicted(flag));
        };
    }

    private static List<Contradiction> append(List<Contradiction> flags, Contradiction flag) {
        return Stream.concat(flags.stream(), Stream.of(flag)).toList();
    }
}
