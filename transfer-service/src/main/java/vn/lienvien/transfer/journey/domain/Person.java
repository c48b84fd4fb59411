package vn.lienvien.transfer.journey.domain;

/** A signed-in user by the subject of the token. */
public record Person(String subject) {}
