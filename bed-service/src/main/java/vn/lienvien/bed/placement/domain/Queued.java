package vn.lienvien.bed.placement.domain;

/**
 * A transfer in the waiting list, as the allocator sees it.
 *
 * @param sought a place is wanted, none is offered and the machine may move on
 * @param callsTeam a red alert whose next team is due to be called
 * @param silent units that let it lapse without looking, in this attempt
 */
public record Queued(
        QueueRank rank,
        CaseRef of,
        Search search,
        boolean sought,
        boolean waiting,
        boolean callsTeam,
        long silent,
        TeamCall team,
        Seeker seeker)
        implements Comparable<Queued> {

    /** What was read is what is asked for now: nothing was decided on something older. */
    public boolean isStillOf(Placement placement) {
        return of.equals(placement.of())
                && search.equals(placement.search())
                && seeker.excluded().equals(placement.excluded());
    }

    @Override
    public int compareTo(Queued other) {
        return rank.compareTo(other.rank);
    }
}
