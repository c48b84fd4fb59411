package vn.lienvien.bed.placement.domain;

import java.time.Instant;

/**
 * The question put to one unit, whatever it answers.
 *
 * @param number 1 unless several units are asked at once (a declared multi-offer)
 * @param slot null while no slot is held for it: confirming then opens an extra one
 */
public record Asked(
        OfferId id, int number, OfferKind kind, Ward ward, SlotId slot, Instant heldAt) {

    Asked in(SlotId seat) {
        return new Asked(id, number, kind, ward, seat, heldAt);
    }
}
