package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an import would do, kept until its maker takes it.
 *
 * @param lines one a unit
 */
public record Preview<L>(UUID id, String by, Instant expires, List<L> lines) {}
