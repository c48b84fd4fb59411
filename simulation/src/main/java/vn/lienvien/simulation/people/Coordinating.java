package vn.lienvien.simulation.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bed.UnitRecord;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Person;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.Urgency;

/** A coordinator steps in, anywhere and at any moment. */
final class Coordinating implements People.Speaking {

    private static final String WHO = "coordinator";

    private final Words words;
    private final Bed bed;

    Coordinating(Words words, Bed bed) {
        this.words = words;
        this.bed = bed;
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        var id = new TransferId(transfer.about().id().value());
        var ward = chance.of(new ArrayList<UnitRecord>(bed.units())).ward();
        var steppingIn = bed.steppingIn();
        boolean first = chance.percent(60);
        return Optional.of(
                switch (chance.below(14)) {
                    case 0, 1 ->
                            step(
                                    key,
                                    transfer,
                                    "offers to " + ward.unit(),
                                    () -> steppingIn.offer(id, List.of(ward), null));
                    case 2 ->
                            step(
                                    key,
                                    transfer,
                                    "offers to all",
                                    () -> steppingIn.offer(id, everybody(), null));
                    case 3 -> step(key, transfer, "pauses", () -> steppingIn.pause(id, null));
                    case 4, 5 -> step(key, transfer, "resumes", () -> steppingIn.resume(id, null));
                    case 6, 7 ->
                            step(
                                    key,
                                    transfer,
                                    "puts back " + ward.unit(),
                                    () -> steppingIn.putBack(id, ward.unit(), null));
                    case 8 -> step(key, transfer, "releases", () -> steppingIn.release(id, null));
                    case 10 ->
                            step(
                                    key,
                                    transfer,
                                    "skips " + ward.unit(),
                                    () -> steppingIn.skip(id, ward.unit(), null));
                    case 11 ->
                            step(
                                    key,
                                    transfer,
                                    "puts first " + first,
                                    () -> steppingIn.putFirst(id, first, null));
                    case 9 ->
                            words.command(
                                    key,
                                    transfer,
                                    WHO,
                                    new Command.ChangeUrgency(
                                            chance.of(Urgency.U1, Urgency.U2),
                                            new Person(WHO),
                                            true),
                                    chance);
                    default ->
                            words.command(
                                    key,
                                    transfer,
                                    WHO,
                                    new Command.EndorseUrgency(new Person(WHO)),
                                    chance);
                });
    }

    private List<Ward> everybody() {
        return bed.units().stream().map(UnitRecord::ward).limit(3).toList();
    }

    /** Every step takes the allocator's lock. */
    private Request step(
            UUID key, Transfer transfer, String says, Supplier<Outcome<Placement>> command) {
        return words.underAllocatorLock(key, transfer, WHO + ": " + says, command);
    }
}
