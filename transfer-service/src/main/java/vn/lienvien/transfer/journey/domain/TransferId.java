package vn.lienvien.transfer.journey.domain;

import java.util.UUID;

/** One journey of one patient. */
public record TransferId(UUID value) {}
