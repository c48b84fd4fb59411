package vn.lienvien.bed.capacity.domain;

import java.time.Instant;

/** A statement as it is kept, in the order of writing down. */
public record Stated(long id, Statement statement, Instant recordedAt) {}
