package vn.lienvien.bed.placement.domain;

/**
 * Where a patient can be put when no slot was held.
 *
 * @param extra opened beyond the reported beds
 * @param override a higher rank waits for this slot; audited
 */
public record Seat(SlotId slot, boolean extra, boolean override) {}
