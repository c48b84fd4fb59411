package vn.lienvien.notification.channel;

import java.time.Duration;

/** What came of one try. Reasons are codes: they are stored, counted and shown. */
public sealed interface Outcome {

    /**
     * The far side took it, which does not mean that a person read it.
     *
     * @param gatewayId its own name for it, or null
     */
    record Delivered(String gatewayId) implements Outcome {}

    /**
     * It may succeed later.
     *
     * @param notBefore what the far side asked for; zero leaves it to our own back-off
     */
    record Deferred(String reason, Duration notBefore, Fault fault) implements Outcome {}

    /** It never will succeed like this: the next way is tried at once. */
    record Failed(String reason, Fault fault) implements Outcome {}

    /** Whose fault: only a counterpart's own makes it unwell for everybody whom it tells. */
    enum Fault {
        /** As of a gateway that is away, or of keys that it does not take. */
        CHANNEL,
        /** The far side answered: this recipient cannot be reached, and the channel works. */
        RECIPIENT,
        /** Nobody was called: it says nothing of the channel. */
        UNHEARD
    }

    static Outcome delivered() {
        return new Delivered(null);
    }

    static Outcome deferred(String reason, Fault fault) {
        return new Deferred(reason, Duration.ZERO, fault);
    }

    static Outcome failed(String reason, Fault fault) {
        return new Failed(reason, fault);
    }
}
