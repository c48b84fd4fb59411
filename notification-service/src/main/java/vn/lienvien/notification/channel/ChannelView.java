package vn.lienvien.notification.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * How a channel does.
 *
 * @param unwellBecause code of the latest failure; null when well
 * @param unwellSeconds as the replica sees it that answers; 0 when well
 * @param waiting messages due and not yet sent
 * @param sentLastHour taken by the far side
 * @param failedLastHour given up, or passed on to the next way
 * @param serversUnwell of a channel to the hospitals' own servers, those that do not work, as the
 *     answering replica sees it; the others are told as ever
 */
@RegisterForReflection
public record ChannelView(
        String name,
        Health health,
        String unwellBecause,
        long unwellSeconds,
        long waiting,
        long sentLastHour,
        long failedLastHour,
        List<ServerView> serversUnwell) {

    /**
     * @param server host and port
     * @param unwellBecause code of the latest failure
     */
    @RegisterForReflection
    public record ServerView(String server, String unwellBecause, long unwellSeconds) {}

    /** Off until the installation sets it up. */
    public enum Health {
        OFF,
        WELL,
        UNWELL
    }
}
