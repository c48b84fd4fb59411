package vn.lienvien.notification.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of one message.
 *
 * @param reference what the far side knows it by
 * @param rung of the obligation's ladder that ordered it
 * @param recipient a role at an organisation, or a person
 * @param address a duty phone, mailbox or URL
 * @param reason why the last try came to nothing; null when it did not
 * @param triedAt first; null until then
 * @param nextTryAt null once it has ended, and while another way is tried before it
 */
@RegisterForReflection
public record DeliveryView(
        UUID reference,
        int rung,
        String recipient,
        String channel,
        String address,
        State state,
        String reason,
        int attempts,
        Instant orderedAt,
        Instant triedAt,
        Instant nextTryAt,
        Instant endedAt) {

    /** Where it stands. */
    public enum State {
        /** Until the way before it fails. */
        STANDBY,
        DUE,
        /** The far side took it. */
        SENT,
        /** It is known to have reached the device. */
        RECEIVED,
        /** Given up for the next way. */
        PASSED_ON,
        FAILED,
        /** Somebody knows: it was no longer needed. */
        WITHDRAWN
    }
}
