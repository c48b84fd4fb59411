package vn.lienvien.bed.placement.application;

import vn.lienvien.bed.placement.domain.HoldRules;
import vn.lienvien.bed.placement.domain.RankingRules;

/** The clocks and weights in force. */
public record PlacementRules(HoldRules holds, RankingRules ranking) {}
