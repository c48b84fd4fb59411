package vn.lienvien.kit.audit;

import io.quarkus.runtime.util.HashUtil;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An audit row in the one form that is hashed. */
record AuditRow(long id, List<String> fields) {

    /**
     * To be selected before any others; times and codes as PostgreSQL prints them in a fixed form,
     * whoever asks.
     */
    static final String COLUMNS =
            "a.id, array[extract(epoch from a.at)::text, a.actor, a.organisation, a.action,"
                    + " a.subject_type, a.subject_id, a.codes::text, a.request_id]";

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(row.getLong(1), Arrays.asList((String[]) row.getArray(2).getArray()));
    }

    /** Every field with its length before it, so that no two rows have one form. */
    String hashAfter(String previous) {
        return HashUtil.sha256(
                Stream.concat(Stream.of(previous, Long.toString(id)), fields.stream())
                        .map(field -> Objects.requireNonNullElse(field, ""))
                        .map(field -> field.getBytes(StandardCharsets.UTF_8).length + ":" + field)
                        .collect(Collectors.joining()));
    }
}
