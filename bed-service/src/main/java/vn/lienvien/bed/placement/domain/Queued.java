package vn.lienvien.bed.placement.domain;

/**
 * A transfer in the waiting list, as the allocator sees it.
 *
 * @param silent units that let it lapse without looking, in this attempt
 */
public record Queued(
        QueueRank rank,
        CaseRef of,
        Search search,
        boolean waiting,
        long silent,
        TeamCall team,
        Seeker seeker)
        implements Comparable<Queued> {

    @Override
    public int compareTo(Queued other) {
        return rank.compareTo(other.rank);
    }
}
