package vn.lienvien.notification.roster.domain;

import java.time.Instant;

/** A time in which nobody of a line can be reached. */
public record Gap(DutyLine line, Instant from, Instant until) {}
