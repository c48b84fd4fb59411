package vn.lienvien.bed.placement.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.bed.placement.application.Rankings;
import vn.lienvien.bed.placement.domain.CaseRef;
import vn.lienvien.bed.placement.domain.Ranked;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlRankings implements Rankings {

    /** Enough to see why not the others; a country has hundreds of units. */
    private static final int KEPT = 40;

    private static final TypeReference<List<Ranked>> RANKING = new TypeReference<>() {};

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
                Json.write(ranking.stream().limit(KEPT).toList()));
    }

    @Override
    public List<Ranked> latest(CaseRef of) {
        return sql.first(
                        "select candidates from ranking where transfer_id = ? order by id desc limit 1",
                        row -> Json.read(row.getString(1), RANKING),
                        of.transfer().value())
                .orElse(List.of());
    }
}
