package vn.lienvien.notification.obligation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.sql.Sql;

/** The calls that were made about obligations; a call is a fact and kept even when it came late. */
@ApplicationScoped
class PhoneCalls {

    private static final String KEEP =
            """
            insert into phone_call
                (id, obligation_id, answered_by, answered_at, entered_by, entered_for, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF =
            """
            select obligation_id, answered_by, answered_at, entered_by, entered_for, recorded_at
            from phone_call where obligation_id = any(?) order by recorded_at
            """;

    private record Row(UUID obligation, PhoneCall call) {}

    private final Sql sql;
    private final Ids ids;

    PhoneCalls(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    void keep(UUID obligation, PhoneCall call) {
        sql.run(
                KEEP,
                ids.next(),
                obligation,
                call.answeredBy(),
                call.answeredAt(),
                call.enteredBy(),
                call.enteredFor(),
                call.recordedAt());
    }

    Map<UUID, List<PhoneCall>> of(Collection<UUID> obligations) {
        return obligations.isEmpty()
                ? Map.of()
                : sql.list(OF, PhoneCalls::read, obligations).stream()
                        .collect(groupingBy(Row::obligation, mapping(Row::call, toList())));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new PhoneCall(
                        row.getString(2),
                        Sql.instant(row, 3),
                        row.getString(4),
                        row.getString(5),
                        Sql.instant(row, 6)));
    }
}
