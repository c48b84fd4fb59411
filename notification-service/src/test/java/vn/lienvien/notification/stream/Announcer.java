package vn.lienvien.notification.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.outbox.Outbox;

/** Announces events of the other services as they would: a committed row, relayed to its topic. */
@ApplicationScoped
public class Announcer {

    private final Outbox outbox;

    Announcer(Outbox outbox) {
        this.outbox = outbox;
    }

    public void announce(ContractEvent event, OrganisationCode... audience) {
        announce(event, null, audience);
    }

    public void announce(ContractEvent event, Instant occurredAt, OrganisationCode... audience) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.announce(event, Set.of(audience), occurredAt));
    }
}
