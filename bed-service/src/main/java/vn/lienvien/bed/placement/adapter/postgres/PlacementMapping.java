package vn.lienvien.bed.placement.adapter.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.PausedBecause;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.bed.placement.domain.TeamCall;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.bed.placement.domain.Ward;

/** Placement ⇄ its rows. */
final class PlacementMapping {

    private PlacementMapping() {}

    static Placement placement(PlacementRow row, List<OfferRow> offers) {
        return new Placement(
                new CaseRef(
                        new TransferId(row.transferId),
                        row.caseCode,
                        new OrganisationId(row.origin),
                        Urgency.valueOf(row.urgency),
                        row.attempt),
                new Search(
                        Routing.valueOf(row.routing),
                        organisation(row.namedOrganisation),
                        unit(row.namedUnit),
                        row.endorsed,
                        row.topRank,
                        Json.read(row.needs, Needs.class)),
                stage(row),
                row.paused == null ? null : PausedBecause.valueOf(row.paused),
                offers.stream().map(OfferMapping::offer).toList(),
                Arrays.stream(row.excluded).map(UnitId::new).collect(Collectors.toSet()),
                Json.read(row.team, TeamCall.class),
                row.queuedAt,
                row.putFirst);
    }

    static void write(Placement placement, PlacementRow row) {
        var of = placement.of();
        row.transferId = of.transfer().value();
        row.caseCode = of.caseCode();
        row.origin = of.origin().value();
        row.urgency = of.urgency().name();
        row.attempt = of.attempt();
        write(placement.search(), row);
        write(placement.stage(), row);
        row.paused = placement.paused() == null ? null : placement.paused().name();
        row.excluded =
                placement.excluded().stream().map(UnitId::value).sorted().toArray(String[]::new);
        row.silent = Math.toIntExact(placement.silentOffers());
        row.offersMade = placement.offers().size();
        row.lapsesAt = placement.lapsesAt();
        row.team = Json.write(placement.team());
        row.teamDueAt = placement.teamDueAt();
        row.queuedAt = placement.queuedAt();
        row.putFirst = placement.putFirst();
    }

    static OrganisationId organisation(String code) {
        return code == null ? null : new OrganisationId(code);
    }

    static UnitId unit(String code) {
        return code == null ? null : new UnitId(code);
    }

    private static void write(Search search, PlacementRow row) {
        row.routing = search.routing().name();
        row.namedOrganisation =
                search.organisation() == null ? null : search.organisation().value();
        row.namedUnit = search.unit() == null ? null : search.unit().value();
        row.endorsed = search.endorsed();
        row.topRank = search.topRank();
        row.needs = Json.write(search.needs());
    }

    private static Stage stage(PlacementRow row) {
        return switch (row.stage) {
            case "SEEKING" -> new Stage.Seeking();
            case "OFFERED" -> new Stage.Offered();
            case "WAITING" -> new Stage.Waiting();
            case "CONFIRMED" -> new Stage.Confirmed(new OfferId(row.confirmedOffer));
            case "OCCUPIED" -> new Stage.Occupied(bed(row));
            case "WITHDRAWN" -> new Stage.Withdrawn();
            case "ENDED" -> new Stage.Ended(bed(row));
            default -> throw new IllegalStateException(row.transferId + " is " + row.stage);
        };
    }

    private static Stage.Bed bed(PlacementRow row) {
        return row.occupiedSlot == null
                ? null
                : new Stage.Bed(
                        new Ward(unit(row.occupiedUnit), organisation(row.occupiedOrganisation)),
                        new SlotId(row.occupiedSlot));
    }

    private static void write(Stage stage, PlacementRow row) {
        row.confirmedOffer = null;
        row.occupiedUnit = null;
        row.occupiedOrganisation = null;
        row.occupiedSlot = null;
        switch (stage) {
            case Stage.Seeking _ -> row.stage = "SEEKING";
            case Stage.Offered _ -> row.stage = "OFFERED";
            case Stage.Waiting _ -> row.stage = "WAITING";
            case Stage.Withdrawn _ -> row.stage = "WITHDRAWN";
            case Stage.Ended(var bed) -> {
                row.stage = "ENDED";
                write(bed, row);
            }
            case Stage.Confirmed(var offer) -> {
                row.stage = "CONFIRMED";
                row.confirmedOffer = offer.value();
            }
            case Stage.Occupied(var bed) -> {
                row.stage = "OCCUPIED";
                write(bed, row);
            }
        }
    }

    private static void write(Stage.Bed bed, PlacementRow row) {
        if (bed != null) {
            row.occupiedUnit = bed.ward().unit().value();
            row.occupiedOrganisation = bed.ward().organisation().value();
            row.occupiedSlot = bed.slot().value();
        }
    }
}
