package vn.lienvien.bed.capacity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.bed.capacity.application.Surges;
import vn.lienvien.bed.capacity.domain.Province;
import vn.lienvien.bed.capacity.domain.Surge;
import vn.lienvien.bed.capacity.domain.Surge.Step;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlSurges implements Surges {

    private static final String SURGE =
            """
            select id, province, declared_by, declared_for, declared_at, reason,
                ended_by, ended_for, ended_at, end_reason
            from surge where
            """;

    private final Sql sql;

    SqlSurges(Sql sql) {
        this.sql = sql;
    }

    /** Waits for whoever declares the same at this moment, and then sees it. */
    @Override
    public boolean add(Surge it) {
        return sql.run(
                        "insert into surge (id, province, reason, declared_by, declared_for, declared_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        it.id(),
                        name(it.province()),
                        it.declared().reason(),
                        it.declared().by(),
                        it.declared().organisation(),
                        it.declared().at())
                == 1;
    }

    @Override
    public void end(Surge it) {
        sql.run(
                "update surge set ended_by = ?, ended_for = ?, ended_at = ?, end_reason = ? where id = ?",
                it.ended().by(),
                it.ended().organisation(),
                it.ended().at(),
                it.ended().reason(),
                it.id());
    }

    @Override
    public Optional<Surge> lock(UUID id) {
        return sql.first(SURGE + " id = ? for update", SqlSurges::surge, id);
    }

    @Override
    public Optional<Surge> find(UUID id) {
        return sql.first(SURGE + " id = ?", SqlSurges::surge, id);
    }

    @Override
    public Optional<Surge> lasting(Province province) {
        return sql.first(
                SURGE + " ended_at is null and province is not distinct from ?::text",
                SqlSurges::surge,
                name(province));
    }

    @Override
    public List<Surge> page(boolean lastingOnly, UUID before, int limit) {
        return sql.list(
                SURGE
                        + " (ended_at is null or not ?) and (?::uuid is null or id < ?::uuid)"
                        + " order by id desc limit ?",
                SqlSurges::surge,
                lastingOnly,
                before,
                before,
                limit);
    }

    @Override
    public boolean knows(Province province) {
        return sql.first(
                        "select 1 from hospital where province = ? limit 1",
                        _ -> true,
                        province.name())
                .isPresent();
    }

    @Override
    public Set<OrganisationId> concerned(Province province) {
        return Set.copyOf(
                sql.list(
                        """
                        select distinct u.organisation from unit u where u.activated and (?::text is null
                            or exists (select 1 from hospital h where h.code = u.organisation and h.province = ?::text))
                        """,
                        row -> new OrganisationId(row.getString(1)),
                        name(province),
                        name(province)));
    }

    private static Surge surge(ResultSet row) throws SQLException {
        return new Surge(
                row.getObject(1, UUID.class),
                row.getString(2) == null ? null : new Province(row.getString(2)),
                step(row, 3),
                row.getObject(7) == null ? null : step(row, 7));
    }

    private static Step step(ResultSet row, int column) throws SQLException {
        return new Step(
                row.getString(column),
                row.getString(column + 1),
                Sql.instant(row, column + 2),
                row.getString(column + 3));
    }

    private static String name(Province province) {
        return province == null ? null : province.name();
    }
}
