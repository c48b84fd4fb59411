package vn.lienvien.simulation.bus;

import vn.lienvien.kit.inbox.ReceivedEvent;

/** A record on a topic. */
public record Published(Stream stream, ReceivedEvent event) {

    public long sequence() {
        return event.sequence();
    }

    @Override
    public String toString() {
        return event.data().getClass().getSimpleName() + " #" + event.sequence();
    }
}
