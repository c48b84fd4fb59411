package vn.lienvien.bed.capacity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;

class FittingTest {

    private static final SlotId A = id(1);
    private static final SlotId B = id(2);
    private static final SlotId C = id(3);
    private static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    private static final TransferId TRANSFER = new TransferId(new UUID(1, 1));
    private static final Slot HELD = new Slot.Held(A, new OfferId(new UUID(2, 1)), TRANSFER, NOON);
    private static final Slot CONFIRMED =
            new Slot.Confirmed(A, new OfferId(new UUID(2, 1)), TRANSFER);

    private static final Slot EXTRA =
            new Slot.Confirmed(id(9), new OfferId(new UUID(2, 9)), TRANSFER);

    @ParameterizedTest
    @MethodSource("reports")
    void slotsFollowWhatWasReported(Report report, List<Slot> slots, Fitting expected) {
        assertThat(Fitting.of(report, slots, Set.of(EXTRA.id()), Set.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("olderThanOneWord")
    void whatWasSaidOfASlotAfterThatMomentStands(
            Report report, List<Slot> slots, Fitting expected) {
        assertThat(Fitting.of(report, slots, Set.of(), Set.of(A))).isEqualTo(expected);
    }

    static Stream<Arguments> olderThanOneWord() {
        return Stream.of(
                argumentSet(
                        "a patient of the ward has come",
                        report(2, 2, 0),
                        List.of(local(A), new Slot.Free(B)),
                        fit(List.of(B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "the bed was closed",
                        report(2, 2, 0),
                        List.of(
                                new Slot.Closed(A, ClosedBecause.EQUIPMENT_FAULT),
                                new Slot.Free(B)),
                        fit(List.of(B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "the bed was freed: which one was free before is not known",
                        report(2, 2, 1),
                        List.of(new Slot.Free(A), new Slot.Free(B)),
                        fit(List.of(), List.of(B), List.of(), 0, 0)),
                argumentSet(
                        "held meanwhile: promised as ever",
                        report(2, 2, 0),
                        List.of(HELD, new Slot.Free(B)),
                        fit(List.of(B), List.of(), List.of(), 0, 0)));
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                argumentSet(
                        "a new unit opens slots",
                        report(4, 3, 1),
                        List.of(),
                        fit(List.of(), List.of(), List.of(), 2, 1)),
                argumentSet(
                        "nothing has changed",
                        report(2, 2, 1),
                        List.of(new Slot.Free(A), local(B)),
                        fit(List.of(A), List.of(B), List.of(), 0, 0)),
                argumentSet(
                        "fewer staff close a slot",
                        report(3, 1, 0),
                        List.of(new Slot.Free(A), new Slot.Free(B)),
                        fit(List.of(A), List.of(), List.of(B), 0, 0)),
                argumentSet(
                        "a closed slot opens again",
                        report(2, 2, 0),
                        List.of(new Slot.Free(A), new Slot.Closed(B, ClosedBecause.REPORTED)),
                        fit(List.of(A, B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "its own patient went home",
                        report(2, 2, 0),
                        List.of(local(A), new Slot.Free(B)),
                        fit(List.of(A, B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "consoles are scarcer than beds",
                        new Report(4, 4, 0, 1, 9, null, 1, List.of()),
                        List.of(new Slot.Free(A), new Slot.Free(B)),
                        fit(List.of(A), List.of(), List.of(B), 0, 0)),
                argumentSet(
                        "what is held is not offered again",
                        report(2, 2, 0),
                        List.of(HELD, new Slot.Free(B)),
                        fit(List.of(B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "below what is held: a doubt, and the hold stays",
                        report(1, 1, 1),
                        List.of(HELD, new Slot.Free(B)),
                        new Fitting(List.of(), List.of(B), List.of(), 0, 0, true)),
                argumentSet(
                        "below what is confirmed",
                        report(0, 0, 0),
                        List.of(CONFIRMED, new Slot.Free(B)),
                        new Fitting(List.of(), List.of(), List.of(B), 0, 0, true)),
                argumentSet(
                        "an extra bed was opened beyond what is reported: the same numbers are true",
                        report(1, 1, 1),
                        List.of(EXTRA, local(B)),
                        fit(List.of(), List.of(B), List.of(), 0, 0)),
                argumentSet(
                        "a bed that may be the extra one is not offered",
                        report(2, 2, 1),
                        List.of(EXTRA, local(B), new Slot.Free(C)),
                        fit(List.of(), List.of(B), List.of(C), 0, 0)),
                argumentSet(
                        "a transferred patient is among the occupied",
                        report(2, 2, 1),
                        List.of(transferred(A), new Slot.Free(B)),
                        fit(List.of(B), List.of(), List.of(), 0, 0)),
                argumentSet(
                        "more occupied than staffed",
                        report(2, 1, 2),
                        List.of(new Slot.Free(A), new Slot.Cleaning(B), new Slot.Free(C)),
                        fit(List.of(), List.of(A, C), List.of(B), 0, 0)));
    }

    private static Report report(int operable, int staffed, int occupied) {
        return new Report(operable, staffed, occupied, null, null, null, 1, List.of());
    }

    private static Fitting fit(
            List<SlotId> free,
            List<SlotId> locals,
            List<SlotId> closed,
            int open,
            int openOccupied) {
        return new Fitting(free, locals, closed, open, openOccupied, false);
    }

    private static Slot local(SlotId id) {
        return new Slot.Occupied(id, new Occupant.Local(), NOON);
    }

    private static Slot transferred(SlotId id) {
        return new Slot.Occupied(id, new Occupant.Transferred(TRANSFER), NOON);
    }

    private static SlotId id(int number) {
        return new SlotId(new UUID(3, number));
    }
}
