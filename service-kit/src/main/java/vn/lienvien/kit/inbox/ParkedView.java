package vn.lienvien.kit.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;

/** A parked record as an operator sees it: never its content. */
public record ParkedView(
        long id,
        String consumer,
        String topic,
        String key,
        Long sequence,
        UUID eventId,
        ParkedBecause reason,
        String fault,
        Instant parkedAt) {

    static ParkedView read(ResultSet row) throws SQLException {
        return new ParkedView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getObject(6, UUID.class),
                ParkedBecause.valueOf(row.getString(7)),
                row.getString(8),
                Sql.instant(row, 9));
    }
}
