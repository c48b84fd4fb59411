package vn.lienvien.kit.inbox;

import vn.lienvien.events.ServiceEvent;

/**
 * Told, in the transaction that announces it, that a key of this service stands still or moves
 * again. Only who reaches people needs one: everybody else's word comes by topic.
 */
public interface ParkedListener {

    void on(ServiceEvent event);
}
