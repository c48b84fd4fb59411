package vn.lienvien.events;

import java.time.Instant;

/** What a service says of itself, on a topic of its own and under the key it is about. */
public sealed interface ServiceEvent extends ContractEvent {

    About about();

    Service service();

    @Override
    default Topic topic() {
        return switch (service()) {
            case TRANSFER -> Topic.TRANSFER;
            case BED -> about().unit() == null ? Topic.PLACEMENT : Topic.CAPACITY;
            case NOTIFICATION -> Topic.ALERT;
        };
    }

    @Override
    default String key() {
        return about().key();
    }

    /**
     * A service cannot apply an event of this transfer or unit: what follows waits, until a person
     * looks or what is missing comes.
     */
    @EventType("service.key-parked")
    record KeyParkedV1(About about, Service service, Instant parkedAt) implements ServiceEvent {}

    /** Nothing of this transfer or unit waits in the service any more. */
    @EventType("service.key-freed")
    record KeyFreedV1(About about, Service service, Instant freedAt) implements ServiceEvent {}

    /** The three services, as the paths of their operators name them. */
    enum Service {
        TRANSFER,
        BED,
        NOTIFICATION
    }
}
