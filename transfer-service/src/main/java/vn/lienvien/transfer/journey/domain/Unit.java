package vn.lienvien.transfer.journey.domain;

/** An intensive care unit by its code. */
public record Unit(String code) {}
