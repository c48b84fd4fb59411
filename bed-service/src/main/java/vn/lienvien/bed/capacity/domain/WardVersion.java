package vn.lienvien.bed.capacity.domain;

import java.time.Instant;

/**
 * What a unit was from one moment to another.
 *
 * @param until null for the present one
 * @param by who made it so; null for the shipped register
 */
public record WardVersion(int version, WardFacts facts, Instant since, Instant until, String by) {}
