package vn.lienvien.notification.channel;

import java.util.List;
import java.util.UUID;

/**
 * What a rung of a ladder orders: tell this recipient.
 *
 * @param rung with the obligation and the recipient it names the order; a repeat is none
 * @param recipient by whom limits count; a user, else a role at an organisation
 * @param ways best first; those not set up are passed over
 */
public record Telling(
        UUID obligation,
        int rung,
        String recipient,
        Language language,
        Notice notice,
        List<Way> ways,
        Manner manner) {

    public Telling {
        ways = List.copyOf(ways);
    }

    /** In which order the ways are used. */
    public enum Manner {
        /** The next way only when the one before fails or its channel is unwell. */
        IN_TURN,
        /** All together: a red alert is not rationed. */
        AT_ONCE
    }
}
