package vn.lienvien.simulation.bed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.TransferId;

/** Why a unit was asked before another is shown to people, and proved elsewhere. */
final class NoRankings implements Rankings {

    @Override
    public void keep(CaseRef of, List<Ranked> ranking, Instant at) {}

    @Override
    public Map<TransferId, Kept> latest(Collection<TransferId> transfers) {
        return Map.of();
    }
}
