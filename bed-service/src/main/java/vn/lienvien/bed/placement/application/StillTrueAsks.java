package vn.lienvien.bed.placement.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienvien.bed.placement.domain.Ward;

/** Which units were asked whether their numbers are still true. */
public interface StillTrueAsks {

    /**
     * Writes down who is asked now, leaving out whom somebody asked a moment ago.
     *
     * @param quiet how long nobody is asked twice
     */
    List<Asked> ask(Collection<Ward> wards, Duration quiet, Instant now);

    /**
     * @param reportedAt of the numbers it is asked about; null when there are none
     */
    record Asked(Ward ward, Instant reportedAt) {}
}
