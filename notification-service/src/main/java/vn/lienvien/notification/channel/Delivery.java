package vn.lienvien.notification.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One message to one recipient by one channel, as it is tried now.
 *
 * @param reference the same in every repeat
 * @param attempts with this one
 */
public record Delivery(
        UUID reference,
        UUID obligation,
        int rung,
        String recipient,
        Way way,
        Language language,
        Notice notice,
        int attempts,
        Instant orderedAt) {

    /** Follows from what is told to whom, so that not even a lost row would make a second one. */
    static UUID reference(Telling telling, Way way) {
        String name =
                String.join(
                        "\n",
                        telling.obligation().toString(),
                        Integer.toString(telling.rung()),
                        telling.recipient(),
                        way.channel());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
