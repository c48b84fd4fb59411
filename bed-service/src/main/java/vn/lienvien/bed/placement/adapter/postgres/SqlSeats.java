package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.placement.application.Seats;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlSeats implements Seats {

    private final Sql sql;

    SqlSeats(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SlotId> free(UnitId unit) {
        return sql.first(
                "select id from slot where unit = ? and state = 'FREE' order by id limit 1"
                        + " for update skip locked",
                row -> new SlotId(row.getObject(1, UUID.class)),
                unit.value());
    }
}
