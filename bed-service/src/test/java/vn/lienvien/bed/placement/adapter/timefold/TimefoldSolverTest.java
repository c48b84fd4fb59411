package vn.lienvien.bed.placement.adapter.timefold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.placement.application.PlanLimits;
import vn.lienvien.bed.placement.domain.Abilities;
import vn.lienvien.bed.placement.domain.AgeGroup;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.EcmoMode;
import vn.lienvien.bed.placement.domain.EcmoStatus;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.PlanRules;
import vn.lienvien.bed.placement.domain.PlanTask;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.PlanTask.Seeking;
import vn.lienvien.bed.placement.domain.PlanTask.Worth;
import vn.lienvien.bed.placement.domain.QueueRank;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Ranking;
import vn.lienvien.bed.placement.domain.RankingRules;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.Seeker;
import vn.lienvien.bed.placement.domain.Served;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TeamCall;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.bed.placement.domain.Ward;

/** Random instances, invented; what must hold is worked out again here, in the simplest way. */
class TimefoldSolverTest {

    private static final Instant NOON = Instant.parse("2021-11-08T12:00:00Z");
    private static final Ranking RANKING = new Ranking(RankingRules.PROPOSED, NOON);

    private static final List<Urgency> HELD_FOR = List.of(Urgency.U1, Urgency.U2, Urgency.U3);
    private static final List<Finding> FOUND = List.of(Finding.YES, Finding.UNKNOWN, Finding.NO);

    /** As many moves whatever the machine: the same answer everywhere. */
    private static final TimefoldSolver SOLVER =
            new TimefoldSolver(
                    new PlanLimits(
                            PlanRules.PROPOSED,
                            Duration.ofHours(1),
                            3_000,
                            Duration.ofMinutes(10)));

    @ParameterizedTest
    @MethodSource("seeds")
    void noHardRuleIsBroken(int seed) {
        var random = new Random(seed);
        var units = units(random);
        var queue = queue(random);
        var task = PlanTask.of(queue, units, RANKING, PlanRules.PROPOSED);

        var start = Served.of(task);
        var chosen = SOLVER.improve(task, start);

        for (var seeking : task.seeking()) {
            var option = chosen.get(seeking.transfer());
            if (option == null) {
                assertThat(isLeftOutRightly(seeking, task, chosen)).isTrue();
            } else {
                assertThat(RANKING.suits(seeking.queued().seeker(), unit(units, option))).isTrue();
            }
        }
        for (var unit : units) {
            assertThat(chosen.values().stream().filter(it -> it.id().equals(unit.ward().unit())))
                    .hasSizeLessThanOrEqualTo(
                            Math.max(0, Math.min(unit.free().size(), unit.readyForOutside())));
        }
        assertThat(chosen.keySet()).isEqualTo(start.keySet());
        assertThat(task.worth(chosen.values())).isLessThanOrEqualTo(task.worth(start.values()));
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** What the search keeps while it changes its mind is what anew would be counted. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theTallyOfManyChangesIsTheWorthOfWhatIsLeft(int seed) {
        var random = new Random(seed);
        var task = PlanTask.of(queue(random), units(random), RANKING, PlanRules.PROPOSED);
        var tally = task.new Tally();
        var chosen = new HashMap<TransferId, Option>();

        for (int change = 0; change < 200; change++) {
            var seeking = task.seeking().get(random.nextInt(task.seeking().size()));
            var before = chosen.remove(seeking.transfer());
            if (before != null) {
                tally.remove(before);
            }
            var options = List.copyOf(seeking.options().values());
            if (!options.isEmpty() && random.nextInt(4) > 0) {
                var option = options.get(random.nextInt(options.size()));
                tally.add(option);
                chosen.put(seeking.transfer(), option);
            }
            assertThat(tally.worth()).isEqualTo(counted(task, chosen));
        }
    }

    private static Worth counted(PlanTask task, Map<TransferId, Option> chosen) {
        long cost = 0;
        int overfull = 0;
        for (var unit : task.rooms().entrySet()) {
            var room = unit.getValue();
            int coming = 0;
            for (var option : chosen.values()) {
                if (option.id().equals(unit.getKey())) {
                    coming++;
                    long load = Math.min(100, 100L * (room.taken() + coming) / room.slots());
                    cost += option.cost() + task.fullLoad() * load / 100;
                    overfull += coming > room.capacity() ? 1 : 0;
                }
            }
        }
        return new Worth(overfull, cost);
    }

    @Test
    void theOneWhoCanGoElsewhereMakesRoom() {
        var south = unit("south", new Place(10.75, 106.68, null), 4, 1);
        var north = unit("north", new Place(21.0, 105.84, null), 4, 1);
        var between = queued(1, new Place(13.77, 109.22, null), Urgency.U2, Finding.NO);
        var farSouth = queued(2, new Place(9.6, 105.97, null), Urgency.U2, Finding.NO);
        var task =
                PlanTask.of(
                        List.of(between, farSouth),
                        List.of(south, north),
                        RANKING,
                        PlanRules.PROPOSED);
        var greedy = new LinkedHashMap<TransferId, Option>();
        greedy.put(between.of().transfer(), option(task, 0, south));
        greedy.put(farSouth.of().transfer(), option(task, 1, north));

        var chosen = SOLVER.improve(task, greedy);

        assertThat(chosen.get(between.of().transfer()).id()).isEqualTo(north.ward().unit());
        assertThat(chosen.get(farSouth.of().transfer()).id()).isEqualTo(south.ward().unit());
        assertThat(task.worth(chosen.values())).isLessThan(task.worth(greedy.values()));
    }

    @Test
    void anEqualUnitIsFilledEvenly() {
        var one = unit("one", new Place(10.75, 106.68, null), 4, 4);
        var other = unit("other", new Place(10.75, 106.69, null), 4, 4);
        var queue =
                IntStream.range(0, 4)
                        .mapToObj(
                                it -> queued(it, new Place(9.6, 106, null), Urgency.U2, Finding.NO))
                        .toList();
        var task = PlanTask.of(queue, List.of(one, other), RANKING, PlanRules.PROPOSED);

        var chosen = SOLVER.improve(task, Served.of(task));

        assertThat(chosen.values().stream().filter(it -> it.id().equals(one.ward().unit())))
                .hasSize(2);
    }

    /** With all who rank higher and have a place, there is no way to place this one too. */
    private static boolean isLeftOutRightly(
            Seeking left, PlanTask task, Map<TransferId, Option> chosen) {
        var together = new ArrayList<Seeking>();
        for (var seeking : task.seeking()) {
            if (seeking.equals(left)) {
                break;
            }
            if (chosen.containsKey(seeking.transfer())) {
                together.add(seeking);
            }
        }
        together.add(left);
        var room = new HashMap<UnitId, Integer>();
        task.rooms().forEach((unit, it) -> room.put(unit, it.capacity()));
        return !canAllBePlaced(together, together.size() - 1, room);
    }

    private static boolean canAllBePlaced(List<Seeking> all, int last, Map<UnitId, Integer> room) {
        if (last < 0) {
            return true;
        }
        for (var unit : all.get(last).options().keySet()) {
            if (room.get(unit) > 0) {
                room.merge(unit, -1, Integer::sum);
                boolean fits = canAllBePlaced(all, last - 1, room);
                room.merge(unit, 1, Integer::sum);
                if (fits) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Candidate> units(Random random) {
        var units = new ArrayList<Candidate>();
        for (int i = 0; i < 5; i++) {
            units.add(
                    new Candidate(
                            ward("unit-" + i),
                            new Abilities(
                                    random.nextInt(4) == 0 ? Ages.PAEDIATRIC : Ages.ADULT,
                                    null,
                                    null,
                                    any(random),
                                    Finding.YES,
                                    any(random),
                                    Finding.YES,
                                    Set.of(),
                                    Set.of()),
                            place(random),
                            random.nextInt(6) > 0,
                            false,
                            any(random),
                            random.nextInt(4),
                            random.nextInt(8) == 0,
                            6,
                            random.nextInt(4),
                            slots(random.nextInt(4)),
                            NOON,
                            false));
        }
        return units;
    }

    private static List<Queued> queue(Random random) {
        var queue = new ArrayList<Queued>();
        for (int i = 0; i < 9; i++) {
            var urgency = HELD_FOR.get(random.nextInt(3));
            queue.add(queued(i, place(random), urgency, any(random)));
        }
        queue.sort(null);
        return queue;
    }

    private static Queued queued(int number, Place from, Urgency urgency, Finding crrt) {
        var needs =
                new Needs(
                        EcmoStatus.RUNNING,
                        EcmoMode.VV,
                        AgeGroup.ADULT,
                        40,
                        null,
                        crrt,
                        Finding.NO,
                        Set.of(),
                        List.of());
        var of =
                new CaseRef(
                        new TransferId(new UUID(1, number)),
                        "7F3K9Q",
                        new OrganisationId("sender-" + number),
                        urgency,
                        1);
        var search = new Search(Routing.SEARCH, null, null, true, false, needs);
        var at = NOON.minus(Duration.ofMinutes(number));
        return new Queued(
                QueueRank.of(of, search, false, at, Duration.ofHours(12), NOON),
                of,
                search,
                true,
                true,
                false,
                0,
                TeamCall.NONE,
                new Seeker(of.origin(), from, Set.of(), needs, Set.of()));
    }

    private static Candidate unit(String name, Place place, int slots, int free) {
        return new Candidate(
                ward(name),
                new Abilities(
                        Ages.ADULT,
                        null,
                        null,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Finding.YES,
                        Set.of(),
                        Set.of()),
                place,
                true,
                false,
                Finding.YES,
                free,
                false,
                slots,
                slots - free,
                slots(free),
                NOON,
                false);
    }

    private static Candidate unit(List<Candidate> units, Option option) {
        return units.stream()
                .filter(it -> it.ward().unit().equals(option.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Option option(PlanTask task, int index, Candidate unit) {
        return task.seeking().get(index).options().get(unit.ward().unit());
    }

    private static Ward ward(String hospital) {
        return new Ward(new UnitId(hospital + ".icu"), new OrganisationId(hospital));
    }

    private static Place place(Random random) {
        return new Place(9 + 12 * random.nextDouble(), 105 + 3 * random.nextDouble(), null);
    }

    private static Finding any(Random random) {
        return FOUND.get(random.nextInt(3));
    }

    private static List<SlotId> slots(int number) {
        return IntStream.range(0, number).mapToObj(it -> new SlotId(new UUID(3, it))).toList();
    }
}
