package vn.lienvien.bed.placement.adapter.postgres;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.bed.placement.application.PlacementPages;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlPlacementPages implements PlacementPages {

    /** Ids are made in the order of time, so that the newest come first without a second column. */
    private static final String PAGE =
            """
            select transfer_id from placement p
            where (?::uuid is null or transfer_id < ?::uuid) and (?::text is null or stage = ?)
                and (? or origin = any(?) or exists (select 1 from relation r
                    where r.transfer_id = p.transfer_id and r.organisation = any(?)
                        and r.held_until is null))
            order by transfer_id desc limit ?
            """;

    private final PlacementRows placements;
    private final OfferRows offers;
    private final Sql sql;

    SqlPlacementPages(PlacementRows placements, OfferRows offers, Sql sql) {
        this.placements = placements;
        this.offers = offers;
        this.sql = sql;
    }

    @Override
    public List<Placement> page(
            Set<OrganisationId> ofAny, String stage, TransferId before, int limit) {
        var cursor = before == null ? null : before.value();
        var codes =
                ofAny == null
                        ? List.<String>of()
                        : ofAny.stream().map(OrganisationId::value).toList();
        var ids =
                sql.list(
                        PAGE,
                        row -> row.getObject(1, UUID.class),
                        cursor,
                        cursor,
                        stage,
                        stage,
                        ofAny == null,
                        codes,
                        codes,
                        limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        var theirs = offers.of(ids).stream().collect(groupingBy(row -> row.transferId));
        return placements.list("transferId in ?1 order by transferId desc", ids).stream()
                .map(
                        row ->
                                PlacementMapping.placement(
                                        row, theirs.getOrDefault(row.transferId, List.of())))
                .toList();
    }
}
