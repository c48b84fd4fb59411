package vn.lienvien.bed.placement.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units as one pass of the allocator sees them; what it gives away is gone from the board. */
public final class Board {

    private final Map<UnitId, Candidate> units = new LinkedHashMap<>();

    public Board(Collection<Candidate> candidates) {
        candidates.forEach(it -> units.put(it.ward().unit(), it));
    }

    public Collection<Candidate> all() {
        return units.values();
    }

    List<Candidate> of(OrganisationId organisation) {
        return units.values().stream()
                .filter(it -> it.ward().organisation().equals(organisation))
                .toList();
    }

    /** A free slot of the unit, or null. */
    SlotId freeIn(Ward ward) {
        var free = units.get(ward.unit()).free();
        return free.isEmpty() ? null : free.getFirst();
    }

    boolean anyFree() {
        return units.values().stream().anyMatch(it -> !it.free().isEmpty());
    }

    public void take(UnitId unit, SlotId slot) {
        units.computeIfPresent(unit, (_, it) -> it.without(slot));
    }
}
