package vn.lienvien.transfer.journey.domain;

import java.util.UUID;

/** A bed with console and staff, as bed-service knows it. */
public record SlotId(UUID value) {}
