package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.bed.placement.application.Doubts;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlDoubts implements Doubts {

    private final Sql sql;

    SqlDoubts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean doubt(Ward ward, String reason, Instant since) {
        return sql.run(
                        "insert into unit_doubt (unit, reason, since) values (?, ?, ?)"
                                + " on conflict do nothing",
                        ward.unit().value(),
                        reason,
                        since)
                == 1;
    }
}
