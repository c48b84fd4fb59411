package vn.lienvien.transfer.journey.domain;

/**
 * Where the patient is expected: bed-service has confirmed it.
 *
 * @param slot null only in tests of older events; a confirmed offer has one
 */
public record Place(OfferId offer, Unit unit, Organisation organisation, SlotId slot) {

    boolean isFrom(Offer named) {
        return offer.equals(named.id());
    }
}
