package vn.lienvien.transfer.journey.domain;

/** A hospital, team or authority by its code. */
public record Organisation(String code) {}
