package vn.lienvien.notification.obligation.domain;

import java.util.UUID;

/** Names one obligation, in links and in every message about it. */
public record ObligationId(UUID value) {}
