package vn.lienvien.bed.capacity.adapter.kafka;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienvien.bed.capacity.application.CapacityAnnouncing;
import vn.lienvien.bed.capacity.domain.Province;
import vn.lienvien.bed.capacity.domain.Report;
import vn.lienvien.bed.capacity.domain.Surge;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.events.CapacityEvent;
import vn.lienvien.events.CapacityEvent.CapacityReportedV1;
import vn.lienvien.events.CapacityEvent.DoubtReason;
import vn.lienvien.events.CapacityEvent.SlotState;
import vn.lienvien.events.CapacityEvent.SlotStateChangedV1;
import vn.lienvien.events.CapacityEvent.SurgeDeclaredV1;
import vn.lienvien.events.CapacityEvent.SurgeEndedV1;
import vn.lienvien.events.CapacityEvent.UnitActivatedV1;
import vn.lienvien.events.CapacityEvent.UnitDeactivatedV1;
import vn.lienvien.events.CapacityEvent.UnitDoubtedV1;
import vn.lienvien.events.CapacityEvent.UnitTrustedV1;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.ProvinceCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.kit.outbox.Outbox;

@ApplicationScoped
public class KafkaCapacityAnnouncing implements CapacityAnnouncing {

    private final Outbox outbox;

    public KafkaCapacityAnnouncing(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void activated(Ward ward, int readyForOutside, Instant occurredAt) {
        say(new UnitActivatedV1(ref(ward), readyForOutside), occurredAt);
    }

    @Override
    public void deactivated(Ward ward, Instant occurredAt) {
        say(new UnitDeactivatedV1(ref(ward)), occurredAt);
    }

    @Override
    public void reported(Ward ward, Report it, Instant at) {
        say(
                new CapacityReportedV1(
                        ref(ward),
                        it.operable(),
                        it.staffed(),
                        it.occupied(),
                        it.consoles(),
                        it.circuits(),
                        it.crrtMachines(),
                        it.readyForOutside(),
                        at));
    }

    @Override
    public void belowPromised(Ward ward) {
        say(new UnitDoubtedV1(ref(ward), DoubtReason.BELOW_HELD));
    }

    @Override
    public void stillDoubted(Ward ward) {
        say(new UnitDoubtedV1(ref(ward), DoubtReason.CAPACITY_NOT_NOW));
    }

    @Override
    public void trusted(Ward ward) {
        say(new UnitTrustedV1(ref(ward)));
    }

    @Override
    public void slotChanged(Ward ward, Slot slot, Instant occurredAt) {
        say(new SlotStateChangedV1(ref(ward), slot.id().value(), state(slot)), occurredAt);
    }

    @Override
    public void surgeDeclared(Surge it, Set<OrganisationId> concerned) {
        var by = new OrganisationCode(it.declared().organisation());
        outbox.announce(
                new SurgeDeclaredV1(it.id(), code(it.province()), by, it.declared().at()),
                audience(concerned, by));
    }

    @Override
    public void surgeEnded(Surge it, Set<OrganisationId> concerned) {
        var by = new OrganisationCode(it.ended().organisation());
        outbox.announce(
                new SurgeEndedV1(it.id(), code(it.province()), by, it.ended().at()),
                audience(concerned, by));
    }

    private static ProvinceCode code(Province province) {
        return province == null ? null : new ProvinceCode(province.code());
    }

    private static Set<OrganisationCode> audience(
            Set<OrganisationId> concerned, OrganisationCode by) {
        return Stream.concat(
                        Stream.of(by),
                        concerned.stream().map(it -> new OrganisationCode(it.value())))
                .collect(toSet());
    }

    private void say(CapacityEvent event) {
        say(event, null);
    }

    private void say(CapacityEvent event, Instant occurredAt) {
        outbox.announce(event, Set.of(event.unit().organisation()), occurredAt);
    }

    private static UnitRef ref(Ward ward) {
        return new UnitRef(
                new UnitCode(ward.unit().value()),
                new OrganisationCode(ward.organisation().value()));
    }

    private static SlotState state(Slot slot) {
        return switch (slot) {
            case Slot.Free _ -> SlotState.FREE;
            case Slot.Held _ -> SlotState.HELD;
            case Slot.Confirmed _ -> SlotState.CONFIRMED;
            case Slot.Occupied _ -> SlotState.OCCUPIED;
            case Slot.Cleaning _ -> SlotState.CLEANING;
            case Slot.Closed _ -> SlotState.CLOSED;
        };
    }
}
