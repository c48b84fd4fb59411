package vn.lienvien.notification.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How a channel does.
 *
 * @param unwellBecause code of the latest failure; null when well
 * @param unwellSeconds as the replica sees it that answers; 0 when well
 * @param waiting messages due and not yet sent
 * @param sentLastHour taken by the far side
 * @param failedLastHour given up, or passed on to the next way
 */
@RegisterForReflection
public record ChannelView(
        String name,
        Health health,
        String unwellBecause,
        long unwellSeconds,
        long waiting,
        long sentLastHour,
        long failedLastHour) {

    /** Off until the installation sets it up. */
    public enum Health {
        OFF,
        WELL,
        UNWELL
    }
}
