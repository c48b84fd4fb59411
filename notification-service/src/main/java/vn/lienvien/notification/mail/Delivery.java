package vn.lienvien.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way to one mailbox.
 *
 * @param id the stable reference: a repeat after a crash carries the same
 * @param attempts made, this one included
 */
record Delivery(
        UUID id, String address, String language, Notice notice, Instant plannedAt, int attempts) {}
