package vn.lienvien.kit.inbox;

/**
 * What a service does with events of others. A bean of this type is all a service writes: it is
 * called inside the consumer loop's transaction, once for each new event and in order for each key.
 * It throws only for faults; a refusal is a value and is announced where somebody waits for it.
 */
public interface EventHandler {

    Subscription subscription();

    void on(ReceivedEvent event);
}
