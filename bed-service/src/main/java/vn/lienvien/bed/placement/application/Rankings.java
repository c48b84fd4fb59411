package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.TransferId;

/** Keeps why a unit was asked before another. */
public interface Rankings {

    void keep(CaseRef of, List<Ranked> ranking, Instant at);

    /** The latest of each, best first; none of whom nobody was asked or told to wait. */
    Map<TransferId, Kept> latest(Collection<TransferId> transfers);

    /**
     * @param at the database's clock when it was made
     */
    record Kept(int attempt, Instant at, List<Ranked> candidates) {}
}
