package vn.lienvien.bed.capacity.domain;

import java.time.Instant;

/**
 * What somebody says of a unit.
 *
 * @param by who wrote it down
 * @param answeredBy who said it on the phone; null where nobody called
 * @param at the moment it speaks of; null means now
 */
public record Statement(Report report, Source source, String by, String answeredBy, Instant at) {}
