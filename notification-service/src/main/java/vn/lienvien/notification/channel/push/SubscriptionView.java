package vn.lienvien.notification.channel.push;

import java.util.UUID;

/** The subscription just made; its id ends it again. */
record SubscriptionView(UUID id) {}
