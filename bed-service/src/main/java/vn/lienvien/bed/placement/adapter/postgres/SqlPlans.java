package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.placement.application.Plans;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Plan;
import vn.lienvien.bed.placement.domain.Plan.Planned;
import vn.lienvien.bed.placement.domain.PlanId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlPlans implements Plans {

    /** One statement, so that a plan is there whole or not at all. */
    private static final String KEEP =
            """
            with forgotten as (delete from plan where made_at < ?),
                kept as (insert into plan (id, made_at) values (?, ?) returning id)
            insert into planned (plan, position, transfer_id, attempt, unit, organisation)
            select kept.id, it.position, it.transfer::uuid, it.attempt::int, it.unit, it.organisation
            from kept, unnest(?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as it(transfer, attempt, unit, organisation, position)
            """;

    private static final String ENTRIES =
            "select transfer_id, attempt, unit, organisation from planned where plan = ? order by position";

    private final Sql sql;

    SqlPlans(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(Plan plan, Instant forgetBefore) {
        var all = plan.assigned().stream().map(Plan.Assigned::planned).toList();
        sql.run(
                KEEP,
                forgetBefore,
                plan.id().value(),
                plan.madeAt(),
                all.stream().map(it -> it.transfer().toString()).toList(),
                all.stream().map(it -> Integer.toString(it.attempt())).toList(),
                all.stream().map(it -> it.ward().unit().value()).toList(),
                all.stream().map(it -> it.ward().organisation().value()).toList());
    }

    @Override
    public Optional<Kept> find(PlanId id) {
        return sql.first(
                        "select made_at from plan where id = ?",
                        row -> Sql.instant(row, 1),
                        id.value())
                .map(
                        madeAt ->
                                new Kept(
                                        madeAt,
                                        sql.list(
                                                ENTRIES,
                                                row ->
                                                        new Planned(
                                                                new TransferId(
                                                                        row.getObject(
                                                                                1, UUID.class)),
                                                                row.getInt(2),
                                                                new Ward(
                                                                        new UnitId(
                                                                                row.getString(3)),
                                                                        new OrganisationId(
                                                                                row.getString(4)))),
                                                id.value())));
    }
}
