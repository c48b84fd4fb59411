package vn.lienvien.bed.placement.application;

import java.time.Duration;
import vn.lienvien.bed.placement.domain.StillTrue;

/**
 * When units are asked "still true?".
 *
 * @param quiet how long a unit is not asked again
 */
public record StillTrueRules(StillTrue reach, Duration quiet) {}
