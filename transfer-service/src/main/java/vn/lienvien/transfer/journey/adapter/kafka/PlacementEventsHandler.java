package vn.lienvien.transfer.journey.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienvien.events.EventType;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.transfer.journey.application.DecidingTransfers;
import vn.lienvien.transfer.journey.application.Said;
import vn.lienvien.transfer.journey.domain.TransferId;

/** bed-service decides placement; the journey follows. */
@ApplicationScoped
public class PlacementEventsHandler implements EventHandler {

    private static final Subscription EVERY_PLACEMENT_EVENT =
            new Subscription(
                    "transfer-service.placement",
                    Set.of(Topic.PLACEMENT),
                    Arrays.stream(PlacementEvent.class.getPermittedSubclasses())
                            .map(record -> record.asSubclass(PlacementEvent.class))
                            .collect(Collectors.toSet()));

    private final DecidingTransfers deciding;

    public PlacementEventsHandler(DecidingTransfers deciding) {
        this.deciding = deciding;
    }

    @Override
    public Subscription subscription() {
        return EVERY_PLACEMENT_EVENT;
    }

    @Override
    public void on(ReceivedEvent received) {
        var event = (PlacementEvent) received.data();
        deciding.follow(
                new TransferId(event.transfer().transferId()),
                event.getClass().getAnnotation(EventType.class).value(),
                PlacementView.of(event),
                event.transfer().attempt(),
                Said.byBedService(
                        PlacementLine.answeredBy(event),
                        PlacementView.reason(event),
                        received.occurredAt()),
                PlacementLine.values(event));
    }
}
