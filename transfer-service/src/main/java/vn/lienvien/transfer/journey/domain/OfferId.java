package vn.lienvien.transfer.journey.domain;

import java.util.UUID;

/** What one unit was asked, as bed-service numbers it. */
public record OfferId(UUID value) {}
