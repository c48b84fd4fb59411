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
    private final Reminding reminding;
    private final Ids ids;

    Telling(PeopleHandler handler, Reminding reminding, Ids ids) {
        this.handler = handler;
        this.reminding = reminding;
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

    /** As the timer would: stories lie in the past, so their next rung is due. */
    public void remind() {
        reminding.remind();
    }

    private ReceivedEvent received(ContractEvent event) {
        return new ReceivedEvent(ids.next(), 1, Instant.now(), Set.of(), event);
    }
}
