package vn.lienvien.bed.placement.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.bed.placement.domain.PlanTask.Option;
import vn.lienvien.bed.placement.domain.PlanTask.Seeking;

/**
 * Who gets a place at all. One after the other by rank; those already in may move elsewhere but are
 * never put out, so that nobody is left out for a lower rank (I11), and no room stays empty that
 * somebody could use. Where each of them goes is for others to improve.
 */
public final class Served {

    private final PlanTask task;
    private final Map<UnitId, List<Seeking>> there = new HashMap<>();
    private final Map<TransferId, Option> chosen = new LinkedHashMap<>();

    private Served(PlanTask task) {
        this.task = task;
    }

    public static Map<TransferId, Option> of(PlanTask task) {
        var served = new Served(task);
        int room = task.rooms().values().stream().mapToInt(PlanTask.Room::capacity).sum();
        for (var seeking : task.seeking()) {
            if (served.chosen.size() == room) {
                break;
            }
            served.place(seeking, new HashSet<>());
        }
        return served.chosen;
    }

    /** Where there is room, best first; only who finds none moves others. */
    private boolean place(Seeking seeking, Set<UnitId> tried) {
        for (var option : seeking.options().values()) {
            if (hasRoom(option.id())) {
                return put(seeking, option);
            }
        }
        for (var option : seeking.options().values()) {
            if (tried.add(option.id()) && makeRoom(option.id(), tried)) {
                return put(seeking, option);
            }
        }
        return false;
    }

    private boolean put(Seeking seeking, Option option) {
        there.computeIfAbsent(option.id(), _ -> new ArrayList<>()).add(seeking);
        chosen.put(seeking.transfer(), option);
        return true;
    }

    private boolean hasRoom(UnitId unit) {
        return there.getOrDefault(unit, List.of()).size() < task.rooms().get(unit).capacity();
    }

    private boolean makeRoom(UnitId unit, Set<UnitId> tried) {
        var patients = there.get(unit);
        for (var patient : List.copyOf(patients)) {
            if (place(patient, tried)) {
                patients.remove(patient);
                return true;
            }
        }
        return false;
    }
}
