package vn.lienvien.bed.placement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.bed.placement.domain.Known.ANOTHER;
import static vn.lienvien.bed.placement.domain.Known.ANOTHER_TRANSFER;
import static vn.lienvien.bed.placement.domain.Known.ELEVEN;
import static vn.lienvien.bed.placement.domain.Known.NOON;
import static vn.lienvien.bed.placement.domain.Known.ONE;
import static vn.lienvien.bed.placement.domain.Known.OURS;
import static vn.lienvien.bed.placement.domain.Known.SLOT;
import static vn.lienvien.bed.placement.domain.Known.SOC_TRANG;
import static vn.lienvien.bed.placement.domain.Refusal.HOLD_LAPSED;
import static vn.lienvien.bed.placement.domain.Refusal.NOT_CONFIRMED;
import static vn.lienvien.bed.placement.domain.Refusal.NOT_THE_CURRENT_OFFER;
import static vn.lienvien.bed.placement.domain.Refusal.NO_SUCH_OFFER;
import static vn.lienvien.bed.placement.domain.Refusal.PATIENT_IS_THERE;
import static vn.lienvien.bed.placement.domain.Refusal.SLOT_TAKEN;
import static vn.lienvien.bed.placement.domain.Table.becomes;
import static vn.lienvien.bed.placement.domain.Table.refused;
import static vn.lienvien.bed.placement.domain.Table.same;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlotTest {

    private static final Slot FREE = new Slot.Free(SLOT);
    private static final Slot CLEANING = new Slot.Cleaning(SLOT);
    private static final Slot OURS_CONFIRMED = new Slot.Confirmed(SLOT, OURS, SOC_TRANG);
    private static final Slot LOCAL_SINCE_NOON =
            new Slot.Occupied(SLOT, new Occupant.Local(), NOON);

    @ParameterizedTest
    @MethodSource("cells")
    void everyCommandAnswersInEveryState(Outcome<Slot> actual, Outcome<Slot> expected) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void noCellIsMissing() {
        assertThat(table().missingStates(Slot.class)).isEmpty();
        assertThat(table().missingCommands(Slot.class)).isEmpty();
    }

    static Stream<Arguments> cells() {
        return table().cells();
    }

    static Table<Slot> table() {
        return new Table<Slot>()
                .state("free", FREE)
                .state("held for us", new Slot.Held(SLOT, OURS, SOC_TRANG, ONE))
                .state("held for us, no clock", new Slot.Held(SLOT, OURS, SOC_TRANG, null))
                .state(
                        "held for us, lapsed this instant",
                        new Slot.Held(SLOT, OURS, SOC_TRANG, NOON))
                .state("held for another", new Slot.Held(SLOT, ANOTHER, ANOTHER_TRANSFER, ONE))
                .state("confirmed for us", OURS_CONFIRMED)
                .state("confirmed for another", new Slot.Confirmed(SLOT, ANOTHER, ANOTHER_TRANSFER))
                .state("occupied by us", occupied(SOC_TRANG))
                .state("occupied by another", occupied(ANOTHER_TRANSFER))
                .state(
                        "occupied by a local patient",
                        new Slot.Occupied(SLOT, new Occupant.Local(), ELEVEN))
                .state("cleaning", CLEANING)
                .state("closed", new Slot.Closed(SLOT, ClosedBecause.REPORTED))
                .row(
                        "hold",
                        s -> s.hold(OURS, SOC_TRANG, ONE),
                        becomes(new Slot.Held(SLOT, OURS, SOC_TRANG, ONE)),
                        same(),
                        same(),
                        same(),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN))
                .row(
                        "extend",
                        s -> s.extend(OURS, ONE.plus(Known.HOUR)),
                        refused(NO_SUCH_OFFER),
                        becomes(new Slot.Held(SLOT, OURS, SOC_TRANG, ONE.plus(Known.HOUR))),
                        becomes(new Slot.Held(SLOT, OURS, SOC_TRANG, ONE.plus(Known.HOUR))),
                        becomes(new Slot.Held(SLOT, OURS, SOC_TRANG, ONE.plus(Known.HOUR))),
                        refused(NOT_THE_CURRENT_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER))
                .row(
                        "confirm",
                        s -> s.confirm(OURS, NOON),
                        refused(NO_SUCH_OFFER),
                        becomes(OURS_CONFIRMED),
                        becomes(OURS_CONFIRMED),
                        refused(HOLD_LAPSED),
                        refused(NOT_THE_CURRENT_OFFER),
                        same(),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER),
                        refused(NO_SUCH_OFFER))
                .row(
                        "release",
                        s -> s.release(OURS),
                        same(),
                        becomes(FREE),
                        becomes(FREE),
                        becomes(FREE),
                        refused(NOT_THE_CURRENT_OFFER),
                        becomes(FREE),
                        refused(NOT_THE_CURRENT_OFFER),
                        same(),
                        same(),
                        same(),
                        same(),
                        same())
                .row(
                        "withdraw, no staff",
                        s -> s.withdraw(OURS, WithdrawnBecause.NO_STAFF, NOON),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        becomes(new Slot.Closed(SLOT, ClosedBecause.NO_STAFF)),
                        refused(NOT_THE_CURRENT_OFFER),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED))
                .row(
                        "withdraw, bed taken",
                        s -> s.withdraw(OURS, WithdrawnBecause.BED_TAKEN, NOON),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        becomes(LOCAL_SINCE_NOON),
                        refused(NOT_THE_CURRENT_OFFER),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED))
                .row(
                        "withdraw, patient too unstable",
                        s -> s.withdraw(OURS, WithdrawnBecause.TOO_UNSTABLE, NOON),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        becomes(FREE),
                        refused(NOT_THE_CURRENT_OFFER),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED))
                .row(
                        "occupy",
                        s -> s.occupy(SOC_TRANG, NOON),
                        becomes(here()),
                        becomes(here()),
                        becomes(here()),
                        becomes(here()),
                        refused(SLOT_TAKEN),
                        becomes(here()),
                        refused(SLOT_TAKEN),
                        same(),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        becomes(here()),
                        becomes(here()))
                .row(
                        "keepPatient",
                        Slot::keepPatient,
                        same(),
                        same(),
                        same(),
                        same(),
                        same(),
                        same(),
                        same(),
                        becomes(new Slot.Occupied(SLOT, new Occupant.Local(), ELEVEN)),
                        becomes(new Slot.Occupied(SLOT, new Occupant.Local(), ELEVEN)),
                        same(),
                        same(),
                        same())
                .row(
                        "keepFor",
                        s -> s.keepFor(OURS, SOC_TRANG),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        same(),
                        refused(NOT_CONFIRMED),
                        becomes(OURS_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED),
                        refused(NOT_CONFIRMED))
                .row(
                        "occupyLocally",
                        s -> s.occupyLocally(NOON),
                        becomes(LOCAL_SINCE_NOON),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        same(),
                        becomes(LOCAL_SINCE_NOON),
                        becomes(LOCAL_SINCE_NOON))
                .row(
                        "clean",
                        Slot::clean,
                        becomes(CLEANING),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        becomes(CLEANING),
                        becomes(CLEANING),
                        becomes(CLEANING),
                        same(),
                        becomes(CLEANING))
                .row(
                        "free",
                        Slot::free,
                        same(),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        becomes(FREE),
                        becomes(FREE),
                        becomes(FREE),
                        becomes(FREE),
                        becomes(FREE))
                .row(
                        "close, no staff",
                        s -> s.close(ClosedBecause.NO_STAFF),
                        becomes(noStaff()),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(PATIENT_IS_THERE),
                        refused(PATIENT_IS_THERE),
                        becomes(noStaff()),
                        becomes(noStaff()),
                        becomes(noStaff()))
                .row(
                        "close, as reported",
                        s -> s.close(ClosedBecause.REPORTED),
                        becomes(new Slot.Closed(SLOT, ClosedBecause.REPORTED)),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(SLOT_TAKEN),
                        refused(PATIENT_IS_THERE),
                        refused(PATIENT_IS_THERE),
                        becomes(new Slot.Closed(SLOT, ClosedBecause.REPORTED)),
                        becomes(new Slot.Closed(SLOT, ClosedBecause.REPORTED)),
                        same());
    }

    private static Slot occupied(TransferId by) {
        return new Slot.Occupied(SLOT, new Occupant.Transferred(by), ELEVEN);
    }

    private static Slot here() {
        return new Slot.Occupied(SLOT, new Occupant.Transferred(SOC_TRANG), NOON);
    }

    private static Slot noStaff() {
        return new Slot.Closed(SLOT, ClosedBecause.NO_STAFF);
    }
}
