package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.List;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Ranked;

/** Keeps why a unit was asked before another. */
public interface Rankings {

    void keep(CaseRef of, List<Ranked> ranking, Instant at);

    /** The latest, best first. */
    List<Ranked> latest(CaseRef of);
}
