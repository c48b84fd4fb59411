package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.transfer.journey.application.Glasses;
import vn.lienvien.transfer.journey.application.Opening;
import vn.lienvien.transfer.journey.application.Verdict;
import vn.lienvien.transfer.journey.domain.BrokenBecause;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.JudgedBecause;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.TransferId;

@ApplicationScoped
class SqlGlasses implements Glasses {

    private static final String COLUMNS =
            "g.id, g.transfer_id, g.actor, g.organisation, g.role, g.because, g.open_from, g.open_until";

    private static final String OPEN =
            "select "
                    + COLUMNS
                    + " from glass g where g.transfer_id = ? and g.actor = ? and g.organisation = any(?)"
                    + " and (g.open_until > app_now()"
                    + " or (g.open_from <= ?::timestamptz and g.open_until > ?::timestamptz))"
                    + " order by g.open_until desc limit 1";

    private static final String PAGE =
            "select "
                    + COLUMNS
                    + ", t.case_code, t.origin, (select count(*) from audit a where a.subject_type = 'transfer'"
                    + " and a.subject_id = g.transfer_id::text and a.action = 'identity-read'"
                    + " and a.codes ->> 'opening' = g.id::text)"
                    + " from glass g join transfer t on t.id = g.transfer_id"
                    + " where (?::uuid is null or g.id < ?::uuid) order by g.id desc limit ?";

    private final Sql sql;

    SqlGlasses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void oneAtATime(String user) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('glass ' || ?, 0))",
                _ -> true,
                user);
    }

    @Override
    public Optional<TransferId> called(CaseCode code) {
        return sql.first(
                "select id from transfer where case_code = ?",
                row -> new TransferId(row.getObject(1, UUID.class)),
                code.value());
    }

    @Override
    public void keep(Opening opening) {
        sql.run(
                "insert into glass (id, transfer_id, actor, organisation, role, because, open_from, open_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                opening.id(),
                opening.transfer().value(),
                opening.user(),
                opening.organisation(),
                opening.role(),
                opening.because().name(),
                opening.from(),
                opening.until());
    }

    @Override
    public Optional<Opening> open(
            String user, Collection<String> organisations, TransferId transfer, Instant at) {
        return sql.first(OPEN, SqlGlasses::opening, transfer.value(), user, organisations, at, at);
    }

    @Override
    public Optional<Opening> find(UUID id) {
        return sql.first(
                "select " + COLUMNS + " from glass g where g.id = ?", SqlGlasses::opening, id);
    }

    @Override
    public void keep(Verdict verdict) {
        sql.run(
                "insert into glass_verdict (id, glass_id, actor, organisation, role, because, judged_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                verdict.id(),
                verdict.opening(),
                verdict.user(),
                verdict.organisation(),
                verdict.role(),
                verdict.because().name(),
                verdict.at());
    }

    @Override
    public List<Verdict> verdicts(Collection<UUID> openings) {
        return sql.list(
                "select id, glass_id, actor, organisation, role, because, judged_at from glass_verdict"
                        + " where glass_id = any(?::uuid[]) order by judged_at, id",
                row ->
                        new Verdict(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                JudgedBecause.valueOf(row.getString(6)),
                                Sql.instant(row, 7)),
                openings);
    }

    @Override
    public void missed(String user, String organisation, Instant at) {
        sql.run(
                "insert into glass_miss (actor, organisation, missed_at) values (?, ?, ?)",
                user,
                organisation,
                at);
    }

    @Override
    public List<Instant> misses(String user, Instant after, int most) {
        return sql.list(
                "select missed_at from glass_miss where actor = ? and missed_at > ?"
                        + " order by missed_at desc limit ?",
                row -> Sql.instant(row, 1),
                user,
                after,
                most);
    }

    @Override
    public List<Reviewed> page(UUID before, int limit) {
        return sql.list(
                PAGE,
                row ->
                        new Reviewed(
                                opening(row),
                                new CaseCode(row.getString(9)),
                                new Organisation(row.getString(10)),
                                row.getLong(11),
                                List.of()),
                before,
                before,
                limit);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getObject(1, UUID.class),
                new TransferId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                BrokenBecause.valueOf(row.getString(6)),
                Sql.instant(row, 7),
                Sql.instant(row, 8));
    }
}
