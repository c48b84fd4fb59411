package vn.lienvien.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.roster.domain.Cover;
import vn.lienvien.notification.roster.domain.Place;

/** What was last said of each unit's cover, and when to look again. */
@ApplicationScoped
class Covers {

    /** "lienvien" and 2: any number, but the same in every replica. */
    private static final long LOCK = 0x6c69656e_00000002L;

    private static final String NEVER_LOOKED_AT =
            """
            select distinct r.place from roster r where position('.' in r.place) > 0 and r.superseded_at is null
            and not exists (select from duty_cover c where c.unit = r.place)
            """;

    private static final String TIME_COME =
            " union all select unit from duty_cover where check_at <= app_now() limit ?";

    private static final String KEEP =
            """
            insert into duty_cover (unit, organisation, covered, until, check_at) values (?, ?, ?, ?, ?)
            on conflict (unit) do update set
                covered = excluded.covered, until = excluded.until, check_at = excluded.check_at
            """;

    private final Sql sql;

    Covers(Sql sql) {
        this.sql = sql;
    }

    /** One at a time: an import must not be overwritten by what was read before it. */
    void lock() {
        sql.first("select pg_advisory_xact_lock(?)", _ -> true, LOCK);
    }

    /** False when somebody else is at it. */
    boolean tryLock() {
        return sql.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK);
    }

    List<Place> toLookAt(int most) {
        return sql.list(NEVER_LOOKED_AT + TIME_COME, row -> Place.of(row.getString(1)), most);
    }

    /** The units of the house that keep a roster of their own. */
    List<Place> unitsOf(Place house) {
        return sql.list(
                "select distinct place from roster where organisation = ? and position('.' in place) > 0"
                        + " and superseded_at is null order by place",
                row -> Place.of(row.getString(1)),
                house.organisation());
    }

    /** Null when nothing was said. */
    Cover said(Place unit) {
        return sql.first(
                        "select covered, until from duty_cover where unit = ? and covered is not null",
                        row ->
                                row.getBoolean(1)
                                        ? new Cover.Covered(Sql.instant(row, 2))
                                        : (Cover) new Cover.Uncovered(Sql.instant(row, 2)),
                        unit.code())
                .orElse(null);
    }

    /**
     * @param cover null when there is nothing to say
     */
    void keep(Place unit, Cover cover, Instant checkAt) {
        switch (cover) {
            case Cover.Covered(var until) -> keep(unit, true, until, checkAt);
            case Cover.Uncovered(var until) -> keep(unit, false, until, checkAt);
            case null -> keep(unit, null, null, checkAt);
        }
    }

    private void keep(Place unit, Boolean covered, Instant until, Instant checkAt) {
        sql.run(KEEP, unit.code(), unit.organisation(), covered, until, checkAt);
    }
}
