package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lienvien.bed.placement.domain.ClosedBecause;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.TransferId;

/** Table slot: the only truth for allocation. */
@Entity
@Table(name = "slot")
class SlotRow {

    @Id UUID id;

    @Version int version;

    String unit;
    String state;

    @Column(name = "transfer_id")
    UUID transferId;

    @Column(name = "offer_id")
    UUID offerId;

    @Column(name = "offer_no")
    Integer offerNo;

    @Column(name = "multi_offer")
    boolean multiOffer;

    Instant until;
    Instant since;

    @Column(name = "closed_because")
    String closedBecause;

    boolean extra;

    static SlotRow opened(UUID id, String unit, boolean extra, Instant since) {
        var row = new SlotRow();
        row.id = id;
        row.unit = unit;
        row.extra = extra;
        row.state = "FREE";
        row.since = since;
        return row;
    }

    Slot slot() {
        var slot = new SlotId(id);
        return switch (state) {
            case "FREE" -> new Slot.Free(slot);
            case "HELD" ->
                    new Slot.Held(slot, new OfferId(offerId), new TransferId(transferId), until);
            case "CONFIRMED" ->
                    new Slot.Confirmed(slot, new OfferId(offerId), new TransferId(transferId));
            case "OCCUPIED" -> new Slot.Occupied(slot, occupant(), since);
            case "CLEANING" -> new Slot.Cleaning(slot);
            case "CLOSED" -> new Slot.Closed(slot, ClosedBecause.valueOf(closedBecause));
            default -> throw new IllegalStateException("slot " + id + " is " + state);
        };
    }

    void become(Slot now, Instant at) {
        clear(at);
        switch (now) {
            case Slot.Free _ -> state = "FREE";
            case Slot.Held(_, var offer, var by, var lapses) -> {
                state = "HELD";
                offerId = offer.value();
                transferId = by.value();
                until = lapses;
            }
            case Slot.Confirmed(_, var offer, var by) -> {
                state = "CONFIRMED";
                offerId = offer.value();
                transferId = by.value();
            }
            case Slot.Occupied(_, Occupant.Transferred(var by), var start) -> {
                state = "OCCUPIED";
                transferId = by.value();
                since = start;
            }
            case Slot.Occupied(_, Occupant.Local(), var start) -> {
                state = "OCCUPIED";
                since = start;
            }
            case Slot.Cleaning _ -> state = "CLEANING";
            case Slot.Closed(_, var reason) -> {
                state = "CLOSED";
                closedBecause = reason.name();
            }
        }
    }

    private void clear(Instant at) {
        offerId = null;
        transferId = null;
        until = null;
        closedBecause = null;
        since = at;
    }

    private Occupant occupant() {
        return transferId == null
                ? new Occupant.Local()
                : new Occupant.Transferred(new TransferId(transferId));
    }
}
