package vn.lienvien.bed.placement.application;

import java.time.Duration;
import vn.lienvien.bed.placement.domain.PlanRules;

/**
 * @param solveWithin how long better is looked for; a coordinator waits for it
 * @param moves how much is tried at most, so that a small plan is there at once
 * @param validFor how long it may be accepted
 */
public record PlanLimits(PlanRules rules, Duration solveWithin, long moves, Duration validFor) {}
