package vn.lienvien.simulation.people;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.kit.once.Done;

/**
 * What a person sends to a service, on its way; the same key when it is sent again.
 *
 * @param about the transfer or unit, as the story calls it
 * @param takesAllocatorLock it has to wait for a pass of the allocator to end
 * @param command what the service does, inside its transaction
 */
public record Request(
        To to,
        Kind kind,
        UUID key,
        String about,
        String says,
        boolean takesAllocatorLock,
        Sent sent,
        Supplier<Done> command) {

    /** Where it goes. */
    public enum To {
        TRANSFER,
        BED,
        NOTIFICATION
    }

    /** What may become of it: a fact is never refused, a filing makes one transfer. */
    public enum Kind {
        COMMAND,
        FACT,
        FILING
    }

    /** When the service began its transaction. */
    public record Sent(Instant at, long ticket) {}
}
