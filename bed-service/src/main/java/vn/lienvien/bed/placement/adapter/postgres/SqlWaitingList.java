package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.bed.placement.application.WaitingList;
import vn.lienvien.bed.placement.domain.Board;
import vn.lienvien.bed.placement.domain.Needs;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Seeker;
import vn.lienvien.kit.sql.Sql;

/** Read-only views of the allocator, one statement each: they are run for every pass. */
@ApplicationScoped
class SqlWaitingList implements WaitingList {

    /** "lienvien" and 1: any number, but the same in every replica. */
    private static final long ALLOCATOR = 0x6c69656e_00000001L;

    /** For this transaction: what the planner guesses of who can treat whom is far off. */
    static final String BY_INDEX = "set_config('enable_seqscan', 'off', true)";

    private static final String SITUATION =
            "select pg_advisory_xact_lock(?), "
                    + BY_INDEX
                    + ";"
                    + QueuedRows.QUEUE
                    + ";"
                    + CandidateRows.LOOK;

    private static final String SENDER =
            """
            select h.latitude, h.longitude, h.big_city,
                array(select r.organisation from responsibility r where r.province = h.province)
            from hospital h where h.code = ?
            """
                    + HospitalRows.VALID;

    private final Sql sql;
    private final QueuedRows queued;
    private final CandidateRows candidates;

    SqlWaitingList(Sql sql, QueuedRows queued, CandidateRows candidates) {
        this.sql = sql;
        this.queued = queued;
        this.candidates = candidates;
    }

    @Override
    public void lock() {
        sql.first("select pg_advisory_xact_lock(?)", _ -> true, ALLOCATOR);
    }

    @Override
    public Situation lockAndLook() {
        return sql.with(
                connection -> {
                    try (var statement = Sql.prepare(connection, SITUATION, ALLOCATOR)) {
                        statement.execute();
                        statement.getMoreResults();
                        var queue = queued.read(statement.getResultSet());
                        statement.getMoreResults();
                        return new Situation(
                                queue,
                                new Board(Sql.all(statement.getResultSet(), candidates::read)));
                    }
                });
    }

    @Override
    public Queue queue() {
        return read(QueuedRows.QUEUE);
    }

    @Override
    public Queue unplaced() {
        return read(QueuedRows.UNPLACED);
    }

    private Queue read(String line) {
        return sql.with(
                connection -> {
                    try (var statement = Sql.prepare(connection, line);
                            var rows = statement.executeQuery()) {
                        return queued.read(rows);
                    }
                });
    }

    @Override
    public Board board(Collection<OrganisationId> named) {
        return new Board(
                sql.list(
                        CandidateRows.BOARD,
                        candidates::read,
                        named.stream().map(OrganisationId::value).toList()));
    }

    @Override
    public Optional<Seeker> seeker(OrganisationId origin, Needs needs) {
        return sql.first(
                SENDER,
                row ->
                        new Seeker(
                                origin,
                                HospitalRows.place(row, 1),
                                HospitalRows.organisations(row.getArray(4)),
                                needs,
                                Set.of()),
                origin.value());
    }

    @Override
    public Board directory() {
        return new Board(sql.list(CandidateRows.DIRECTORY, candidates::read));
    }
}
