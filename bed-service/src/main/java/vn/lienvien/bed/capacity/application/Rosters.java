package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import vn.lienvien.bed.placement.domain.UnitId;

/** What is known of the units' duty rosters, which another service keeps. */
public interface Rosters {

    void covered(UnitId unit, Instant until);

    /**
     * @param until null when nobody is rostered
     */
    void gap(UnitId unit, Instant until);
}
