package vn.lienvien.bed.placement.adapter.postgres;

import java.util.Arrays;
import java.util.List;
import vn.lienvien.bed.placement.domain.Asked;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OfferKind;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.ReleasedBecause;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;

/** Offer ⇄ its row. */
final class OfferMapping {

    private OfferMapping() {}

    static Offer offer(OfferRow row) {
        var asked = asked(row);
        return switch (row.state) {
            case "OPEN" -> new Offer.Open(asked, row.until, row.opened);
            case "CONSULTING" -> new Offer.Consulting(asked, row.resumesAt, row.until);
            case "CONFIRMED" -> new Offer.Confirmed(asked, row.acceptedBy);
            case "NOT_NOW" ->
                    new Offer.Declined(
                            asked,
                            new NotNow(
                                    NotNowReason.valueOf(row.reason),
                                    organisations(row.askInstead),
                                    Boolean.TRUE.equals(row.readyToConsult)));
            case "LAPSED" -> new Offer.Lapsed(asked, row.opened);
            case "RELEASED" -> new Offer.Released(asked, ReleasedBecause.valueOf(row.reason));
            default -> throw new IllegalStateException("offer " + row.id + " is " + row.state);
        };
    }

    static void write(Offer offer, OfferRow row) {
        row.slotId = offer.asked().slot() == null ? null : offer.asked().slot().value();
        switch (offer) {
            case Offer.Open(_, var until, var opened) -> {
                row.state = "OPEN";
                row.until = until;
                row.resumesAt = null;
                row.opened = opened;
            }
            case Offer.Consulting(_, var resumesAt, var until) -> {
                row.state = "CONSULTING";
                row.until = until;
                row.resumesAt = resumesAt;
                row.opened = true;
            }
            case Offer.Confirmed(_, var by) -> {
                row.state = "CONFIRMED";
                row.acceptedBy = by;
            }
            case Offer.Declined(_, var answer) -> {
                row.state = "NOT_NOW";
                row.reason = answer.reason().name();
                row.askInstead =
                        answer.askInstead().stream()
                                .map(OrganisationId::value)
                                .toArray(String[]::new);
                row.readyToConsult = answer.readyToConsult();
            }
            case Offer.Lapsed(_, var opened) -> {
                row.state = "LAPSED";
                row.opened = opened;
            }
            case Offer.Released(_, var because) -> {
                row.state = "RELEASED";
                row.reason = because.name();
            }
        }
    }

    static OfferRow asked(Asked asked, PlacementRow of, int ordinal) {
        var row = new OfferRow();
        row.id = asked.id().value();
        row.transferId = of.transferId;
        row.ordinal = ordinal;
        row.attempt = of.attempt;
        row.number = asked.number();
        row.kind = asked.kind().name();
        row.unit = asked.ward().unit().value();
        row.organisation = asked.ward().organisation().value();
        row.heldAt = asked.heldAt();
        return row;
    }

    private static Asked asked(OfferRow row) {
        return new Asked(
                new OfferId(row.id),
                row.number,
                OfferKind.valueOf(row.kind),
                new Ward(new UnitId(row.unit), new OrganisationId(row.organisation)),
                row.slotId == null ? null : new SlotId(row.slotId),
                row.heldAt);
    }

    private static List<OrganisationId> organisations(String[] codes) {
        return codes == null ? List.of() : Arrays.stream(codes).map(OrganisationId::new).toList();
    }
}
