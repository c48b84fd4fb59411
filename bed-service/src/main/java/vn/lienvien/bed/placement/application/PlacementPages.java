package vn.lienvien.bed.placement.application;

import java.util.List;
import java.util.Set;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;

/** Lists of placements, newest first. */
public interface PlacementPages {

    /**
     * @param ofAny only transfers these organisations asked for or were asked about; null means all
     * @param stage as in the view, or null
     * @param before the last one of the page before, or null
     */
    List<Placement> page(Set<OrganisationId> ofAny, String stage, TransferId before, int limit);
}
