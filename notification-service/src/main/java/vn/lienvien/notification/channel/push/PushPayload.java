package vn.lienvien.notification.channel.push;

import java.util.UUID;
import vn.lienvien.events.Urgency;

/** What the console's service worker shows; the obligation is where a tap leads. */
record PushPayload(UUID reference, UUID obligation, Urgency urgency, String text) {}
