package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienvien.bed.placement.application.StillTrueAsks;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlStillTrueAsks implements StillTrueAsks {

    private final Sql sql;

    SqlStillTrueAsks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Asked> ask(Collection<Ward> wards, Duration quiet, Instant now) {
        return sql.list(
                """
                with asked as (
                    insert into still_true_ask (unit, asked_at) select code, ? from unit where code = any(?) order by code
                    on conflict (unit) do update set asked_at = excluded.asked_at where still_true_ask.asked_at <= ?
                    returning unit)
                select u.code, u.organisation, u.reported_at from asked a join unit u on u.code = a.unit order by u.code
                """,
                row ->
                        new Asked(
                                new Ward(
                                        new UnitId(row.getString(1)),
                                        new OrganisationId(row.getString(2))),
                                Sql.instant(row, 3)),
                now,
                wards.stream().map(it -> it.unit().value()).toList(),
                now.minus(quiet));
    }
}
