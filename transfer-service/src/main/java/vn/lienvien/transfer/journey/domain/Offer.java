package vn.lienvien.transfer.journey.domain;

import java.time.Instant;

/**
 * What one unit is asked, as far as transfer-service follows it.
 *
 * @param slot null while no slot is held for it
 * @param until null only for an agreed destination, which has no lapse
 */
public record Offer(
        OfferId id,
        int number,
        OfferKind kind,
        Unit unit,
        Organisation organisation,
        SlotId slot,
        Instant until,
        boolean opened,
        boolean consulting) {

    Place asPlace() {
        return new Place(id, unit, organisation, slot);
    }

    Offer open() {
        return new Offer(id, number, kind, unit, organisation, slot, until, true, consulting);
    }

    Offer running(boolean opened, boolean consulting) {
        return new Offer(id, number, kind, unit, organisation, slot, until, opened, consulting);
    }
}
