package vn.lienvien.events;

import java.util.UUID;

/**
 * What one unit was asked for one transfer.
 *
 * @param number 1 unless several units are asked at once (a declared multi-offer)
 * @param slotId null while no slot is held for it
 */
public record OfferRef(
        UUID offerId,
        int number,
        OfferKind kind,
        UnitCode unit,
        OrganisationCode organisation,
        UUID slotId) {}
