package vn.lienvien.bed.capacity.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.lienvien.bed.capacity.application.KnowingDuty;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.events.AlertEvent.DutyCoveredV1;
import vn.lienvien.events.AlertEvent.DutyGapV1;
import vn.lienvien.events.Topic;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;

/** What notification-service says of the units' rosters. */
@ApplicationScoped
class DutyEventsHandler implements EventHandler {

    private final KnowingDuty duty;

    DutyEventsHandler(KnowingDuty duty) {
        this.duty = duty;
    }

    @Override
    public Subscription subscription() {
        return new Subscription(
                "bed-service.duty",
                Set.of(Topic.ALERT),
                Set.of(DutyCoveredV1.class, DutyGapV1.class));
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.data() instanceof DutyCoveredV1(UnitRef unit, var until)) {
            duty.covered(new UnitId(unit.unit().value()), until);
        } else if (received.data() instanceof DutyGapV1(UnitRef unit, var until)) {
            duty.gap(new UnitId(unit.unit().value()), until);
        }
    }
}
