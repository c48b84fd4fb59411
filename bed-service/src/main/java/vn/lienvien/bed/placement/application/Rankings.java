package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.TransferId;

/** Keeps why a unit was asked before another. */
public interface Rankings {

    void keep(CaseRef of, List<Ranked> ranking, Instant at);

    /** The latest, best first; empty while nobody was asked or told to wait. */
    Optional<Kept> latest(TransferId transfer);

    /**
     * @param at the database's clock when it was made
     */
    record Kept(int attempt, Instant at, List<Ranked> candidates) {}
}
