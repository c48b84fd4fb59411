package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.domain.Stated;
import vn.lienvien.bed.capacity.domain.Statement;
import vn.lienvien.bed.placement.application.WardRegister;
import vn.lienvien.bed.placement.domain.UnitId;

/** What units are and say of themselves. */
public interface Units extends WardRegister {

    /** Until the transaction ends nobody else reports for it. */
    void lock(UnitId unit);

    void activate(UnitId unit, boolean activated, int readyForOutside, String dutyPhone);

    /** Kept for ever; the unit's numbers are these from now on, if no later ones are known. */
    void reported(UnitId unit, Statement statement, Instant at, Instant recordedAt);

    /** The latest by the moment it speaks of. */
    Optional<Stated> latest(UnitId unit);

    /** Newest first, before the given one. */
    List<Stated> history(UnitId unit, Long before, int limit);

    /** Patients whom transfers brought since then and who are still there. */
    int arrivedSince(UnitId unit, Instant then);

    int readyForOutside(UnitId unit);

    boolean isDoubted(UnitId unit);

    /**
     * Numbers of before a unit said not now for lack of something do not end that doubt.
     *
     * @param at the moment that the numbers speak of
     * @return false when it was not doubted, or still is
     */
    boolean trust(UnitId unit, Instant at);
}
