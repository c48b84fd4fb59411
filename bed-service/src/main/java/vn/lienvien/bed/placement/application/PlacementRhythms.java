package vn.lienvien.bed.placement.application;

import java.time.Duration;

/** How often the clockwork looks by itself. */
public record PlacementRhythms(Duration allocateEvery, Duration lapseEvery, Duration scoutEvery) {}
