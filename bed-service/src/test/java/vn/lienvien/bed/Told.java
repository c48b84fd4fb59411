package vn.lienvien.bed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;

/**
 * Gives events to the handlers as the consumer loop does: each in its own transaction, unless the
 * test has one.
 */
@ApplicationScoped
public class Told {

    private final Instance<EventHandler> handlers;

    Told(@Any Instance<EventHandler> handlers) {
        this.handlers = handlers;
    }

    public void that(ContractEvent event) {
        QuarkusTransaction.joiningExisting()
                .run(
                        () ->
                                handlers.stream()
                                        .filter(it -> handles(it, event))
                                        .forEach(it -> it.on(received(event))));
    }

    private static boolean handles(EventHandler handler, ContractEvent event) {
        return handler.subscription().handled().contains(event.getClass());
    }

    private static ReceivedEvent received(ContractEvent event) {
        return new ReceivedEvent(UUID.randomUUID(), 1, null, Set.of(), event);
    }
}
