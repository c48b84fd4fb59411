package vn.lienvien.transfer.journey.domain;

/** One organisation and its part; it may have several. */
public record Party(Organisation organisation, Part part) {}
