package vn.lienvien.simulation.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.bed.capacity.application.Tending.Saying;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Source;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Charge nurses: what has become of a bed, and what the unit can take. */
final class Warding implements People.Speaking {

    private final Words words;
    private final Bed bed;

    Warding(Words words, Bed bed) {
        this.words = words;
        this.bed = bed;
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        var unit = chance.of(new ArrayList<>(bed.units()));
        var ward = unit.ward();
        return Optional.of(
                switch (chance.below(20)) {
                    case 0, 1, 2, 3, 4, 5 -> report(key, ward, chance);
                    case 6 ->
                            said(
                                    key,
                                    ward,
                                    "deactivates",
                                    () -> bed.activating().deactivate(ward, null));
                    case 7, 8 ->
                            said(
                                    key,
                                    ward,
                                    "activates",
                                    () -> bed.activating().activate(ward, 2, "call", null));
                    case 9 -> said(key, ward, "opens a slot", () -> bed.tending().open(ward));
                    default -> tend(key, ward, chance);
                });
    }

    private Request report(UUID key, Ward ward, Choices chance) {
        int beds = chance.below(4);
        int occupied = chance.below(3);
        var report =
                new Report(
                        beds + occupied,
                        beds + occupied,
                        occupied,
                        null,
                        null,
                        null,
                        chance.below(4),
                        List.of());
        var at = chance.percent(15) ? words.earlier(chance) : null;
        var said = new Statement(report, Source.UNIT, "nurse", null, at);
        return said(key, ward, "reports " + report, () -> bed.reporting().report(ward, said));
    }

    private Request tend(UUID key, Ward ward, Choices chance) {
        var own =
                bed.slots().stream()
                        .filter(row -> row.unit().equals(ward.unit()))
                        .map(row -> row.slot().id())
                        .toList();
        if (own.isEmpty()) {
            return said(key, ward, "opens a slot", () -> bed.tending().open(ward));
        }
        var slot = chance.of(own);
        Saying saying =
                switch (chance.below(12)) {
                    case 0, 1, 2, 3, 4, 5 -> new Saying.Free();
                    case 6, 7 -> new Saying.Cleaning();
                    case 8, 9 -> new Saying.OccupiedByOwnPatient();
                    default -> new Saying.Closed(chance.of(List.of(ClosedBecause.values())));
                };
        return words.request(
                Request.To.BED,
                Request.Kind.COMMAND,
                key,
                ward.unit().value(),
                ward.unit() + ": " + words.name(slot) + " is " + saying,
                () ->
                        bed.tending().say(ward, slot, saying, null)
                                        instanceof Outcome.Refused<Slot>(var why)
                                ? Done.refused(why.name())
                                : Done.ok(slot.value()));
    }

    private Request said(UUID key, Ward ward, String says, Runnable command) {
        Supplier<Done> done =
                () -> {
                    command.run();
                    return Done.ok(ward.unit().value());
                };
        return words.request(
                Request.To.BED,
                Request.Kind.COMMAND,
                key,
                ward.unit().value(),
                ward.unit() + ": " + says,
                done);
    }
}
