package vn.lienvien.transfer.journey.domain;

/** What people say on the phone. */
public record CaseCode(String value) {}
