package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienvien.transfer.journey.domain.JourneyEvent;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Tells the other services, in the transaction that makes it true. */
public interface Announcing {

    /**
     * @param transfer as it is after the events
     * @param audience organisations with a part before or after
     */
    void announce(
            Transfer transfer,
            List<JourneyEvent> events,
            Collection<Organisation> audience,
            Instant occurredAt);
}
