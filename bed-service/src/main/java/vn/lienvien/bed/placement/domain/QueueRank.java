package vn.lienvien.bed.placement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Place in the waiting list: class, those at top rank first, then waiting time; before all of them
 * whom a coordinator has put first.
 */
public record QueueRank(
        boolean putFirst, Urgency queuesAs, boolean topRank, Instant queuedAt, TransferId transfer)
        implements Comparable<QueueRank> {

    private static final Comparator<QueueRank> ORDER =
            Comparator.comparing((QueueRank rank) -> !rank.putFirst())
                    .thenComparing(QueueRank::queuesAs)
                    .thenComparing(rank -> !rank.topRank())
                    .thenComparing(QueueRank::queuedAt)
                    .thenComparing(rank -> rank.transfer().value());

    /**
     * An unendorsed U0 or U1 queues as U2 until a second doctor stands behind it; ageing lifts U3
     * to U2, never further.
     */
    public static QueueRank of(
            CaseRef of,
            Search search,
            boolean putFirst,
            Instant queuedAt,
            Duration ageing,
            Instant now) {
        var queuesAs =
                switch (of.urgency()) {
                    case U0, U1 -> search.endorsed() ? of.urgency() : Urgency.U2;
                    case U2 -> Urgency.U2;
                    case U3 -> now.isBefore(queuedAt.plus(ageing)) ? Urgency.U3 : Urgency.U2;
                };
        return new QueueRank(putFirst, queuesAs, search.topRank(), queuedAt, of.transfer());
    }

    @Override
    public int compareTo(QueueRank other) {
        return ORDER.compare(this, other);
    }
}
