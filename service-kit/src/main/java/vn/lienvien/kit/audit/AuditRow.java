package vn.lienvien.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An audit row in the one form that is hashed. */
record AuditRow(long id, List<String> fields) {

    /**
     * To be selected before any others; times and codes as PostgreSQL prints them in a fixed form,
     * whoever asks.
     */
    static final String COLUMNS =
            "a.id, extract(epoch from a.at)::text, a.actor, a.organisation, a.action, a.subject_type,"
                    + " a.subject_id, a.codes::text, a.request_id";

    private static final int FIELDS = 8;

    static AuditRow read(ResultSet row) throws SQLException {
        String[] fields = new String[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = Objects.requireNonNullElse(row.getString(i + 2), "");
        }
        return new AuditRow(row.getLong(1), List.of(fields));
    }

    /** Every field with its length before it, so that no two rows have one form. */
    String hashAfter(String previous) {
        MessageDigest digest = sha256();
        Stream.concat(Stream.of(previous, Long.toString(id)), fields.stream())
                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        bytes -> {
                            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                            digest.update(bytes);
                        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
