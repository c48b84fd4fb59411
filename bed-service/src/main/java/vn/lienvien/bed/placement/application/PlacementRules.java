package vn.lienvien.bed.placement.application;

import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.RankingRules;

/**
 * The clocks and weights in force.
 *
 * @param unrostered what is taken of a unit whose roster nobody ever entered: that somebody is on
 *     duty, that nobody is, or, by default, that it is not known
 */
public record PlacementRules(HoldRules holds, RankingRules ranking, Finding unrostered) {

    public PlacementRules(HoldRules holds, RankingRules ranking) {
        this(holds, ranking, Finding.UNKNOWN);
    }
}
