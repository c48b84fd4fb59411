package vn.lienvien.bed.placement.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a plan is made from, at one moment: who seeks a place, in rank order, which units the
 * ranking lets each of them have, and for how many each unit has room.
 */
public record PlanTask(List<Seeking> seeking, Map<UnitId, Room> rooms, int fullLoad) {

    public PlanTask {
        seeking = List.copyOf(seeking);
        rooms = Map.copyOf(rooms);
    }

    /** What the ranking says is taken as it is: a plan has no rules of its own about who fits. */
    public static PlanTask of(
            List<Queued> queue, Collection<Candidate> units, Ranking ranking, PlanRules rules) {
        var rooms = new HashMap<UnitId, Room>();
        for (var unit : units) {
            int capacity = Math.min(unit.free().size(), unit.readyForOutside());
            if (capacity > 0) {
                rooms.put(unit.ward().unit(), new Room(capacity, unit.slots(), unit.taken()));
            }
        }
        var open = units.stream().filter(it -> rooms.containsKey(it.ward().unit())).toList();
        var seeking =
                queue.stream()
                        .map(it -> Seeking.of(it, ranking.rank(it.seeker(), open), ranking, rules))
                        .toList();
        return new PlanTask(seeking, rooms, ranking.rules().fullLoad());
    }

    /** One transfer, and where it could go, best first. */
    public record Seeking(Queued queued, Map<UnitId, Option> options) {

        private static Seeking of(
                Queued queued, List<Ranked> ranked, Ranking ranking, PlanRules rules) {
            var options = new LinkedHashMap<UnitId, Option>();
            int weight = rules.weight(queued.rank());
            boolean wishes = !queued.seeker().needs().wishes().isEmpty();
            for (var unit : ranked) {
                if (unit.suitable()) {
                    int wish = wishes && !unit.isWished() ? rules.wish() : 0;
                    long minutes =
                            (long) unit.score()
                                    - unit.loadMinutes(ranking.rules())
                                    + wish
                                    + (long) unit.tier() * rules.unsure();
                    options.put(unit.ward().unit(), new Option(unit, weight, weight * minutes));
                }
            }
            return new Seeking(queued, options);
        }

        public TransferId transfer() {
            return queued.of().transfer();
        }
    }

    /**
     * @param cost weighted minutes of everything the ranking counts but the load, which depends on
     *     who else goes there
     */
    public record Option(Ranked unit, int weight, long cost) {

        public UnitId id() {
            return unit.ward().unit();
        }

        long weightedTravel() {
            return (long) weight * unit.travelMinutes();
        }
    }

    /** Patients a unit would take now: as many as have a free slot and it is ready for. */
    public record Room(int capacity, int slots, int taken) {

        /** The more a unit has, the more the next one counts: that levels the load. */
        long loadOfTheNext(int coming, int fullLoad) {
            return (long) fullLoad * Ranking.loadPerCent(slots, taken + coming + 1) / 100;
        }
    }

    /**
     * @param overfull patients for whom the unit they were given has no room
     */
    public record Worth(int overfull, long cost) implements Comparable<Worth> {

        @Override
        public int compareTo(Worth other) {
            int first = Integer.compare(overfull, other.overfull);
            return first == 0 ? Long.compare(cost, other.cost) : first;
        }
    }

    /** Less is better. */
    public Worth worth(Collection<Option> chosen) {
        var tally = new Tally();
        chosen.forEach(tally::add);
        return tally.worth();
    }

    /**
     * The one measure, for the plan, for greedy, and for whoever looks for more: kept while the
     * assignment changes, so that each change costs as little in a large task as in a small one.
     */
    public final class Tally {

        private final Map<UnitId, Integer> coming = new HashMap<>();
        private int overfull;
        private long cost;

        public void add(Option option) {
            count(option, coming(option), 1);
            coming.merge(option.id(), 1, Integer::sum);
        }

        /**
         * @param option one that was added
         */
        public void remove(Option option) {
            coming.merge(option.id(), -1, Integer::sum);
            count(option, coming(option), -1);
        }

        public Worth worth() {
            return new Worth(overfull, cost);
        }

        private int coming(Option option) {
            return coming.getOrDefault(option.id(), 0);
        }

        /**
         * @param beside how many others go where this one goes
         */
        private void count(Option option, int beside, int times) {
            var room = rooms.get(option.id());
            cost += times * (option.cost() + room.loadOfTheNext(beside, fullLoad));
            if (beside >= room.capacity()) {
                overfull += times;
            }
        }
    }
}
