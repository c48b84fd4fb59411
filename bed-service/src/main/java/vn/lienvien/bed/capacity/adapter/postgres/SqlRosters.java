package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.bed.capacity.application.Rosters;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlRosters implements Rosters {

    private static final String KEEP =
            """
            insert into unit_duty (unit, covered, until) values (?, ?, ?)
            on conflict (unit) do update set covered = excluded.covered, until = excluded.until
            """;

    private final Sql sql;

    SqlRosters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void covered(UnitId unit, Instant until) {
        sql.run(KEEP, unit.value(), true, until);
    }

    @Override
    public void gap(UnitId unit, Instant until) {
        sql.run(KEEP, unit.value(), false, until);
    }
}
