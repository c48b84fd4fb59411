package vn.lienvien.bed.capacity.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import vn.lienvien.bed.capacity.domain.Limit;
import vn.lienvien.bed.capacity.domain.Report;

/** How the numbers of a report lie in its table, here called r. */
final class SqlReports {

    static final String COLUMNS =
            "r.operable, r.staffed, r.occupied, r.consoles, r.circuits, r.crrt_machines,"
                    + " r.ready_for_outside, r.limits";

    private SqlReports() {}

    /**
     * Null when there is no report.
     *
     * @param column where the columns begin
     */
    static Report read(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null
                ? null
                : new Report(
                        row.getInt(column),
                        row.getInt(column + 1),
                        row.getInt(column + 2),
                        row.getObject(column + 3, Integer.class),
                        row.getObject(column + 4, Integer.class),
                        row.getObject(column + 5, Integer.class),
                        row.getInt(column + 6),
                        Stream.of((String[]) row.getArray(column + 7).getArray())
                                .map(Limit::read)
                                .toList());
    }
}
