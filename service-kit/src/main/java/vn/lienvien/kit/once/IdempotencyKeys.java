package vn.lienvien.kit.once;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.sql.Faults;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.sql.SqlFailed;

/** Stored answers. The row of a key is locked from its insertion until its command commits. */
@ApplicationScoped
class IdempotencyKeys {

    /** One round trip; the limit holds for this insert only. */
    private static final String CLAIM =
            """
            set local lock_timeout = '3s';
            insert into idempotency (organisation, actor, operation, key, body_hash) values (?, ?, ?, ?, ?)
            on conflict do nothing;
            set local lock_timeout to default
            """;

    private static final String WHERE =
            " where organisation = ? and actor = ? and operation = ? and key = ?";

    private final Sql sql;

    IdempotencyKeys(Sql sql) {
        this.sql = sql;
    }

    /**
     * Claims the key, waiting for a command that holds it.
     *
     * @return empty when the command is still to be done
     */
    Optional<Done> answered(Key key) {
        return claimed(key) ? Optional.empty() : Optional.of(stored(key));
    }

    private boolean claimed(Key key) {
        try {
            return sql.with(
                    connection -> {
                        try (PreparedStatement claim =
                                Sql.prepare(
                                        connection,
                                        CLAIM,
                                        key.organisation(),
                                        key.user(),
                                        key.operation(),
                                        key.value(),
                                        key.bodyHash())) {
                            claim.execute();
                            claim.getMoreResults();
                            return claim.getUpdateCount() == 1;
                        }
                    });
        } catch (SqlFailed e) {
            if (Faults.lockTimeout(e)) {
                throw Problem.of(
                                409,
                                "request-in-progress",
                                "Request in progress",
                                "The first request with this Idempotency-Key is not done yet.")
                        .with(Problem.RETRY_AFTER, 1)
                        .exception();
            }
            throw e;
        }
    }

    private Done stored(Key key) {
        return sql.one(
                "select status, resource_id, version, refusal, body_hash from idempotency" + WHERE,
                row -> {
                    if (!row.getString(5).equals(key.bodyHash())) {
                        throw Problem.of(
                                        422,
                                        "idempotency-key-reused",
                                        "Idempotency-Key reused",
                                        "This Idempotency-Key was used with another body.")
                                .exception();
                    }
                    return read(row);
                },
                key.organisation(),
                key.user(),
                key.operation(),
                key.value());
    }

    private static Done read(ResultSet row) throws SQLException {
        return new Done(
                row.getInt(1), row.getString(2), row.getObject(3, Long.class), row.getString(4));
    }

    void answer(Key key, Done done) {
        sql.run(
                "update idempotency set status = ?, resource_id = ?, version = ?, refusal = ?"
                        + WHERE,
                done.status(),
                done.resourceId(),
                done.version(),
                done.refusal(),
                key.organisation(),
                key.user(),
                key.operation(),
                key.value());
    }
}
