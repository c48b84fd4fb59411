package vn.lienvien.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.bed.capacity.application.Tending.Saying;
import vn.lienvien.bed.placement.domain.Abilities;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.EcmoMode;
import vn.lienvien.bed.placement.domain.EcmoStatus;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bed.UnitRecord;
import vn.lienvien.simulation.bus.Topics;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.CountedIds;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.VirtualClock;

/** One slot, and always somebody of U2 waiting for it: a week in which nobody may be forgotten. */
class FairnessTest {

    private static final OrganisationId SENDER = new OrganisationId("tram-chim");
    private static final OrganisationId RECEIVER = new OrganisationId("an-phu");
    private static final Ward WARD = new Ward(new UnitId("an-phu.icu"), RECEIVER);
    private static final Duration AGEING = Bed.RULES.holds().ageing();
    private static final Duration STAY = Duration.ofHours(1);
    private static final int BACKLOG = 6;

    private final VirtualClock clock = new VirtualClock();
    private final CountedIds ids = new CountedIds();
    private final SlotId slot = new SlotId(ids.next());
    private final Bed bed =
            new Bed(
                    clock,
                    ids,
                    new Topics(),
                    Map.of(SENDER, place(9), RECEIVER, place(10)),
                    () -> {},
                    Bug.NONE);
    private final Map<TransferId, Waiting> waited = new LinkedHashMap<>();
    private final List<TransferId> served = new ArrayList<>();

    private record Waiting(Urgency urgency, Instant since, Instant until) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobodyStarvesInsideAClassAndAgeingLiftsU3(long seed) {
        var chance = new Choices(seed);
        bed.open(unit(), List.of(slot));
        for (int i = 0; i < BACKLOG; i++) {
            ask(Urgency.U2);
        }

        for (int hour = 0; hour < 7 * 24; hour++) {
            // as many come as can be treated: without ageing no U3 would ever be placed
            ask(Urgency.U2);
            if (hour % 20 == chance.below(4)) {
                ask(Urgency.U3);
                treatOne();
                hour++;
            }
            treatOne();
        }

        assertThat(served(Urgency.U2))
                .isEqualTo(asked(Urgency.U2).subList(0, served(Urgency.U2).size()));
        assertThat(served(Urgency.U3))
                .isEqualTo(asked(Urgency.U3).subList(0, served(Urgency.U3).size()));
        assertThat(served(Urgency.U3)).hasSizeGreaterThan(4);
        assertThat(
                        waited.values().stream()
                                .filter(it -> it.urgency() == Urgency.U3 && it.until() != null))
                .allSatisfy(
                        it ->
                                assertThat(Duration.between(it.since(), it.until()))
                                        .isBetween(AGEING, AGEING.plus(STAY.multipliedBy(3))));
    }

    private void ask(Urgency urgency) {
        var id = new TransferId(ids.next());
        var of = new CaseRef(id, "222222", SENDER, urgency, 1);
        var needs =
                new Needs(
                        EcmoStatus.RUNNING,
                        EcmoMode.VV,
                        null,
                        null,
                        null,
                        Finding.NO,
                        Finding.NO,
                        Set.of(),
                        List.of());
        var search = new Search(Routing.SEARCH, null, null, false, false, needs);
        bed.database()
                .run(
                        Fate.DONE,
                        () -> {
                            bed.asking().seek(of, search, null);
                            return null;
                        });
        waited.put(id, new Waiting(urgency, clock.now(), null));
        bed.allocateAll();
        clock.advanceTo(clock.now().plusMillis(1));
    }

    /** Whoever is offered the slot is confirmed, lies there for its stay, and leaves. */
    private void treatOne() {
        var next =
                bed.placements().stream()
                        .filter(it -> !it.live().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var id = next.transfer();
        served.add(id);
        waited.computeIfPresent(id, (_, it) -> new Waiting(it.urgency(), it.since(), clock.now()));
        bed.database()
                .run(
                        Fate.DONE,
                        () ->
                                bed.answering()
                                        .confirm(id, next.live().getFirst().id(), "doctor", null));
        bed.database()
                .run(
                        Fate.DONE,
                        () -> {
                            bed.asking().arrive(next.of(), RECEIVER, null, null);
                            return null;
                        });
        clock.advanceTo(clock.now().plus(STAY));
        bed.database().run(Fate.DONE, () -> bed.tending().say(WARD, slot, new Saying.Free(), null));
        bed.allocateAll();
    }

    private List<TransferId> served(Urgency urgency) {
        return served.stream().filter(it -> waited.get(it).urgency() == urgency).toList();
    }

    private List<TransferId> asked(Urgency urgency) {
        return waited.keySet().stream().filter(it -> waited.get(it).urgency() == urgency).toList();
    }

    private static UnitRecord unit() {
        var abilities =
                new Abilities(
                        Ages.ALL,
                        null,
                        null,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Set.of(),
                        Set.of());
        return new UnitRecord(WARD, abilities, place(10), true, false, 1, null);
    }

    private static Place place(double latitude) {
        return new Place(latitude, 106, null);
    }
}
