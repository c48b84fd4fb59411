package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Seeker;

/** Who waits for a place, and which units there are. */
public interface WaitingList {

    /** Until the transaction ends nobody else in the whole service gives slots away. */
    void lock();

    /** Takes the lock, then reads both in the same round trip: this runs for every pass. */
    Situation lockAndLook();

    /** In rank order, at one moment. */
    Queue queue();

    /** Everybody without a place and without an offer, also who is paused: for people to plan. */
    Queue unplaced();

    /** All units of these hospitals. */
    Board board(Collection<OrganisationId> named);

    /** For whom a place would be sought from there; empty when the hospital is not known. */
    Optional<Seeker> seeker(OrganisationId origin, Needs needs);

    /** Every unit there is, to show how each would fare; not for the allocator. */
    Board directory();

    /**
     * @param readAt the database's clock when it was read
     */
    record Queue(List<Queued> ranked, Instant readAt) {}

    /** Who waits, and for what there is. */
    record Situation(Queue queue, Board board) {}
}
