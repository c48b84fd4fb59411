package vn.lienvien.kit.once;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.ProblemException;
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

    private static final String STORED =
            "select status, resource_id, version, refusal from idempotency"
                    + WHERE
                    + " and body_hash = ?";

    private static final String ANSWER =
            "update idempotency set status = ?, resource_id = ?, version = ?, refusal = ?" + WHERE;

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
                        try (var claim = Sql.prepare(connection, CLAIM, key.with(key.bodyHash()))) {
                            claim.execute();
                            claim.getMoreResults();
                            return claim.getUpdateCount() == 1;
                        }
                    });
        } catch (SqlFailed e) {
            throw Faults.lockTimeout(e) ? inProgress() : e;
        }
    }

    private static ProblemException inProgress() {
        String detail = "The first request with this Idempotency-Key is not done yet.";
        return Problem.of(409, "request-in-progress", "Request in progress", detail)
                .with(Problem.RETRY_AFTER, 1)
                .exception();
    }

    private Done stored(Key key) {
        return sql.first(STORED, IdempotencyKeys::read, key.with(key.bodyHash()))
                .orElseThrow(IdempotencyKeys::reused);
    }

    private static ProblemException reused() {
        String detail = "This Idempotency-Key was used with another body.";
        return Problem.of(422, "idempotency-key-reused", "Idempotency-Key reused", detail)
                .exception();
    }

    private static Done read(ResultSet row) throws SQLException {
        return new Done(
                row.getInt(1), row.getString(2), row.getObject(3, Long.class), row.getString(4));
    }

    void answer(Key key, Done done) {
        Object[] answer = {done.status(), done.resourceId(), done.version(), done.refusal()};
        sql.run(ANSWER, Stream.of(answer, key.with()).flatMap(Stream::of).toArray());
    }
}
