package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import java.util.Set;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Surge;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.Ward;

/**
 * Tells the others what a unit can take, in the transaction that made it so. What is said to have
 * happened at no given time ({@code null}) happens now.
 */
public interface CapacityAnnouncing {

    void activated(Ward ward, int readyForOutside, Instant occurredAt);

    void deactivated(Ward ward, Instant occurredAt);

    void reported(Ward ward, Report report, Instant at);

    void belowPromised(Ward ward);

    /** It said not now after the moment that its latest numbers speak of. */
    void stillDoubted(Ward ward);

    void trusted(Ward ward);

    void slotChanged(Ward ward, Slot slot, Instant occurredAt);

    /**
     * @param concerned whose units are there
     */
    void surgeDeclared(Surge surge, Set<OrganisationId> concerned);

    void surgeEnded(Surge surge, Set<OrganisationId> concerned);
}
