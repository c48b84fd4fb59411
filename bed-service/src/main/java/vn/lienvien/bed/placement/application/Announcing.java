package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.List;
import vn.lienvien.bed.placement.domain.Happened;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Ward;

/** Tells the other services what was decided, in the transaction that decided it. */
public interface Announcing {

    /**
     * @param occurredAt null means now
     */
    void announce(Placement placement, List<Happened> events, Instant occurredAt);

    /** The unit said no for a reason that makes its numbers untrue. */
    void doubted(Ward ward);

    /**
     * @param reportedAt of the numbers that are asked about; null when there are none
     */
    void stillTrueAsked(Ward ward, Instant reportedAt, Instant askedAt);
}
