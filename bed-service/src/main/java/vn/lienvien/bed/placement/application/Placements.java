package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;

/**
 * The one way a placement changes, so that state, lock, time, slots and announcement cannot be
 * separated. Locks the placement row, then its slots by id; reads the database's clock; decides;
 * writes what is freed before what is taken; announces; wakes the allocator after commit.
 */
public interface Placements {

    /** A decision on the state as it is under the lock. */
    @FunctionalInterface
    interface Change {
        Outcome<Placement> decide(Placement placement, Instant now);
    }

    /** One of several decisions made in one transaction. */
    record Turn(TransferId transfer, Change change) {}

    /**
     * @param askedAt when it was asked for, which may be earlier than now
     * @return false when the transfer is known already
     */
    boolean add(Placement placement, Instant askedAt);

    /**
     * @param occurredAt when it happened, which may be earlier than now; null means now
     * @return Refused(NOT_SOUGHT) for a transfer nobody has asked for
     */
    Outcome<Placement> change(TransferId transfer, Instant occurredAt, Change change);

    default Outcome<Placement> change(TransferId transfer, Change change) {
        return change(transfer, null, change);
    }

    /**
     * Several placements, decided in the given order, until the first refusal: whoever comes after
     * must see what it left.
     *
     * @param taking free slots the decisions count on; locked with the others
     */
    List<Outcome<Placement>> changeInTurn(List<Turn> turns, Collection<SlotId> taking);

    Optional<Placement> find(TransferId transfer);

    /**
     * A placement with an offer whose time is over, locked; those in other hands are skipped.
     *
     * @param leavingOut those that are not wanted
     */
    Optional<TransferId> nextLapsed(Set<TransferId> leavingOut);
}
