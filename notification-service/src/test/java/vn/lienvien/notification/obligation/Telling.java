package vn.lienvien.notification.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.inbox.ReceivedEvent;

/** Lets the handler read an event as the consumer loop would: in a transaction. */
@ApplicationScoped
public class Telling {

    private final PeopleHandler handler;
    private final Ids ids;

    Telling(PeopleHandler handler, Ids ids) {
        this.handler = handler;
        this.ids = ids;
    }

    public void tell(ContractEvent... events) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            for (var event : events) {
                                handler.on(received(event));
                            }
                        });
    }

    private ReceivedEvent received(ContractEvent event) {
        return new ReceivedEvent(ids.next(), 1, Instant.now(), Set.of(), event);
    }
}
