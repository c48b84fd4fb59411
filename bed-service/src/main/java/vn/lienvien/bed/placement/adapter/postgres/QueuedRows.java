package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.application.WaitingList;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.QueueRank;
import vn.lienvien.bed.placement.domain.Queued;
import vn.lienvien.bed.placement.domain.Routing;
import vn.lienvien.bed.placement.domain.Search;
import vn.lienvien.bed.placement.domain.Seeker;
import vn.lienvien.bed.placement.domain.TeamCall;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Urgency;
import vn.lienvien.kit.sql.Sql;

/** Those who wait, as the allocator ranks them: one statement, run for every pass. */
@ApplicationScoped
class QueuedRows {

    static final String QUEUED =
            " (p.stage in ('SEEKING', 'WAITING') and p.paused is null) or p.team_due_at <= (select app_now())";

    private static final String LINE =
            """
            select p.transfer_id, p.case_code, p.origin, p.urgency, p.attempt, p.routing, p.named_organisation,
                p.named_unit, p.endorsed, p.top_rank, p.needs, p.stage, p.paused, p.excluded, p.silent, p.team,
                p.team_due_at, p.queued_at, h.latitude, h.longitude, h.big_city, app_now(),
                array(select r.organisation from responsibility r where r.province = h.province), p.put_first
            from placement p left join hospital h on h.code = p.origin
            """
                    + HospitalRows.VALID
                    + " where";

    static final String QUEUE = LINE + QUEUED;

    static final String UNPLACED = LINE + " p.stage in ('SEEKING', 'WAITING')";

    private final PlacementRules rules;

    QueuedRows(PlacementRules rules) {
        this.rules = rules;
    }

    WaitingList.Queue read(ResultSet rows) throws SQLException {
        var ranked = new ArrayList<Queued>();
        Instant readAt = null;
        while (rows.next()) {
            readAt = Sql.instant(rows, 22);
            ranked.add(queued(rows, readAt));
        }
        ranked.sort(null);
        return new WaitingList.Queue(ranked, readAt);
    }

    private Queued queued(ResultSet row, Instant now) throws SQLException {
        var of =
                new CaseRef(
                        new TransferId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        new OrganisationId(row.getString(3)),
                        Urgency.valueOf(row.getString(4)),
                        row.getInt(5));
        var needs = Json.read(row.getString(11), Needs.class);
        var search =
                new Search(
                        Routing.valueOf(row.getString(6)),
                        PlacementMapping.organisation(row.getString(7)),
                        PlacementMapping.unit(row.getString(8)),
                        row.getBoolean(9),
                        row.getBoolean(10),
                        needs);
        boolean waits = row.getString(12).equals("WAITING");
        boolean sought =
                (waits || row.getString(12).equals("SEEKING")) && row.getString(13) == null;
        var dueAt = Sql.instant(row, 17);
        return new Queued(
                QueueRank.of(
                        of,
                        search,
                        row.getBoolean(24),
                        Sql.instant(row, 18),
                        rules.holds().ageing(),
                        now),
                of,
                search,
                sought,
                waits,
                dueAt != null && !now.isBefore(dueAt),
                row.getInt(15),
                Json.read(row.getString(16), TeamCall.class),
                new Seeker(
                        of.origin(),
                        HospitalRows.place(row, 19),
                        HospitalRows.organisations(row.getArray(23)),
                        needs,
                        units(row.getArray(14))));
    }

    private static Set<UnitId> units(java.sql.Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }
}
