package vn.lienvien.simulation.bed;

import java.time.Instant;
import vn.lienvien.bed.placement.domain.Abilities;
import vn.lienvien.bed.placement.domain.Place;
import vn.lienvien.bed.placement.domain.Ward;

/** A row of the unit table. */
public record UnitRecord(
        Ward ward,
        Abilities abilities,
        Place place,
        boolean activated,
        boolean mobileTeam,
        int readyForOutside,
        Instant reportedAt) {

    UnitRecord activated(boolean now, int ready) {
        return new UnitRecord(ward, abilities, place, now, mobileTeam, ready, reportedAt);
    }

    UnitRecord reported(int ready, Instant at) {
        return new UnitRecord(ward, abilities, place, activated, mobileTeam, ready, at);
    }
}
