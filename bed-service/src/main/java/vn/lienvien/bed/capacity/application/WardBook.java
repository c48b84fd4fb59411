package vn.lienvien.bed.capacity.application;

import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.capacity.domain.WardFacts;
import vn.lienvien.bed.capacity.domain.WardVersion;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.UnitId;

/** What units are, in all the versions they ever had. */
public interface WardBook {

    /** As it is now, also when it no longer exists. */
    Optional<WardVersion> now(UnitId unit);

    /** Newest first. */
    List<WardVersion> versions(UnitId unit);

    /** Adds the unit or makes it this; a new version, if anything differs. */
    void write(WardFacts facts, String by);

    boolean isHospital(OrganisationId organisation);

    /** Slots that it holds or confirmed for transfers. */
    int promised(UnitId unit);
}
