package vn.lienvien.notification.obligation.domain;

import java.time.Duration;

/**
 * How much quiet may be asked for.
 *
 * @param longest at a time
 * @param most times for one clock
 */
public record SnoozeRules(Duration longest, int most) {}
