package vn.lienvien.bed.placement.adapter.postgres;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.bed.placement.domain.Ranked.Reason;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlRankings implements Rankings {

    /** Enough to see why not the others; a country has hundreds of units. */
    private static final int KEPT = 20;

    private static final TypeReference<List<Line>> RANKING = new TypeReference<>() {};

    /** A line of the ranking, short: it is written with every offer. */
    private record Line(
            String unit,
            String organisation,
            boolean suitable,
            int wish,
            int score,
            List<String> reasons) {

        static Line of(Ranked it) {
            return new Line(
                    it.ward().unit().value(),
                    it.ward().organisation().value(),
                    it.suitable(),
                    it.wish(),
                    it.score(),
                    it.reasons().stream().map(Reason::word).toList());
        }

        Ranked ranked() {
            return new Ranked(
                    new Ward(new UnitId(unit), new OrganisationId(organisation)),
                    suitable,
                    wish,
                    score,
                    reasons.stream().map(Reason::read).toList());
        }
    }

    private final Sql sql;

    SqlRankings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(CaseRef of, List<Ranked> ranking, Instant at) {
        sql.run(
                "insert into ranking (transfer_id, attempt, ranked_at, candidates)"
                        + " values (?, ?, ?, ?::jsonb)",
                of.transfer().value(),
                of.attempt(),
                at,
                Json.write(kept(ranking).map(Line::of).toList()));
    }

    /** Whoever wished for a hospital sees why it was not that one. */
    private static Stream<Ranked> kept(List<Ranked> ranking) {
        return Stream.concat(
                ranking.stream().limit(KEPT), ranking.stream().skip(KEPT).filter(Ranked::isWished));
    }

    @Override
    public Map<TransferId, Kept> latest(Collection<TransferId> transfers) {
        return sql
                .list(
                        "select l.transfer_id, l.attempt, l.ranked_at, l.candidates from unnest(?::uuid[]) t(id)"
                                + " cross join lateral (select * from ranking r where r.transfer_id = t.id"
                                + " order by r.id desc limit 1) l",
                        SqlRankings::entry,
                        transfers.stream().map(TransferId::value).toList())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<TransferId, Kept> entry(ResultSet row) throws SQLException {
        return Map.entry(
                new TransferId(row.getObject(1, UUID.class)),
                new Kept(
                        row.getInt(2),
                        Sql.instant(row, 3),
                        Json.read(row.getString(4), RANKING).stream().map(Line::ranked).toList()));
    }
}
