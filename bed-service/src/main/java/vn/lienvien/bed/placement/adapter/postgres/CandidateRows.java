package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.application.PlacementRules;
import vn.lienvien.bed.placement.domain.Abilities;
import vn.lienvien.bed.placement.domain.Ages;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Finding;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.SlotId;
import vn.lienvien.bed.placement.domain.Specialty;
import vn.lienvien.bed.placement.domain.UnitId;
import vn.lienvien.bed.placement.domain.Ward;
import vn.lienvien.kit.sql.Sql;

/** Units as the allocator weighs them: one statement, run for every pass. */
@ApplicationScoped
class CandidateRows {

    /**
     * Counts stop where no intensive care unit ends: more is as good as any number. By {@code
     * offset 0} each is looked up by its key: guessing how many wait, the planner would read all
     * there are.
     */
    private static final String UNITS =
            ("""
            select u.code, u.organisation, u.ages, u.min_weight_kg, u.max_weight_kg, u.vv, u.va,
                {crrt}, {isolation}, u.specialties, u.lacks, h.latitude, h.longitude, h.big_city, u.activated, u.mobile_team,
                (select case when d.until <= app_now() then 'UNKNOWN' when d.covered then 'YES' else 'NO' end
                    from unit_duty d where d.unit = u.code),
                u.ready_for_outside - s.promised,
                exists (select 1 from unit_doubt d where d.unit = u.code),
                s.there, s.taken,
                array(select f.id from slot f where f.unit = u.code and f.state = 'FREE' limit 24),
                u.reported_at,
                exists (select 1 from surge g where g.ended_at is null and (g.province is null or g.province = h.province))
            from wanted w cross join lateral (select * from unit where unit.code = w.code offset 0) u
                left join lateral (select * from hospital h where h.code = u.organisation
            """
                            + HospitalRows.VALID
                            + """
                     offset 0) h on true cross join lateral (
                        select count(*) as there,
                            count(*) filter (where x.state in ('HELD', 'CONFIRMED', 'OCCUPIED')) as taken,
                            count(*) filter (where x.state in ('HELD', 'CONFIRMED') or (x.state = 'OCCUPIED'
                                and x.transfer_id is not null
                                and x.since > coalesce(u.reported_at, '-infinity'))) as promised
                        from (select state, transfer_id, since from slot
                            where unit = u.code and state <> 'CLOSED' limit 1000) x) s
                    where (u.valid_to is null or u.valid_to >= (select today())) and (h.code is not null
                        or not exists (select 1 from hospital closed where closed.code = u.organisation))
                    """)
                    .replace("{crrt}", unlessItSaidNo("crrt", NotNowReason.NO_CRRT))
                    .replace(
                            "{isolation}",
                            unlessItSaidNo("isolation", NotNowReason.NO_ISOLATION_ROOM));

    static final String BOARD =
            "with wanted as (select code from unit where organisation = any(?)) " + UNITS;

    /** Everybody in the directory, who could be asked or called. */
    static final String DIRECTORY = "with wanted as (select code from unit) " + UNITS;

    /**
     * Read from what is free and could treat one of those who wait, so that the cost follows the
     * suitable units and not those that exist. The filter is the {@code Ranking}'s own on what is
     * known for certain, only coarser; it decides nothing. To them come the units of named and
     * wished hospitals, all for a red alert, and those nearest to each sender, to say why it was
     * none of them.
     */
    private static final String WANTED =
            """
            with queued as materialized (select p.origin, p.named_organisation, p.stage, p.needs,
                p.urgency = 'U0' or p.team_due_at is not null as red from placement p where %s),
            need as materialized (select distinct
                case when needs ->> 'ecmoStatus' <> 'NOT_NEEDED' and needs ->> 'ecmoMode' in ('VV', 'VAV')
                    then {not_no} else {any} end as vv,
                case when needs ->> 'ecmoStatus' <> 'NOT_NEEDED' and needs ->> 'ecmoMode' in ('VA', 'VAV')
                    then {not_no} else {any} end as va,
                case when needs ->> 'crrt' = 'YES' then {not_no} else {any} end as crrt,
                case when needs ->> 'isolation' = 'YES' then {not_no} else {any} end as isolation,
                case when needs ->> 'ageGroup' is null or (needs ->> 'ageYears')::int between 12 and 17
                        then array['ADULT', 'PAEDIATRIC', 'ALL']
                    when needs ->> 'ageGroup' = 'ADULT' then array['ADULT', 'ALL']
                    else array['PAEDIATRIC', 'ALL'] end as ages
                from queued),
            wanted as materialized (
            select u.code from need n join unit u on u.activated and u.ready_for_outside > 0
                and u.vv = any(n.vv) and u.va = any(n.va) and u.crrt = any(n.crrt)
                and u.isolation = any(n.isolation) and u.ages = any(n.ages)
                where exists (select 1 from slot f where f.unit = u.code and f.state = 'FREE')
            union
            select u.code from (select distinct named_organisation from queued) q
                cross join lateral (select code from unit where organisation = q.named_organisation offset 0) u
            union
            select u.code from (select distinct x.value from queued q, jsonb_to_recordset(q.needs -> 'wishes') as x(value text)) w
                cross join lateral (select code from unit where organisation = w.value offset 0) u
            union
            select u.code from unit u where (u.activated or u.mobile_team) and exists (select 1 from queued where red)
            union
            select n.code from (select distinct origin from queued where stage = 'SEEKING' limit 20) o
                join hospital h on h.code = o.origin
                cross join lateral (select u.code from hospital near join unit u on u.organisation = near.code
                    where near.latitude is not null
                    order by point(near.longitude, near.latitude) <-> point(h.longitude, h.latitude) limit 12) n
                where h.latitude is not null)
            """
                    .formatted(QueuedRows.QUEUED)
                    .replace("{any}", "array['YES', 'UNKNOWN', 'NO']")
                    .replace("{not_no}", "array['YES', 'UNKNOWN']");

    static final String LOOK = WANTED + UNITS;

    private final PlacementRules rules;

    /** What it had no room for when asked after its latest report is to be asked on the phone. */
    private static String unlessItSaidNo(String ability, NotNowReason because) {
        return """
                case when u.{ability} = 'YES' and exists (select 1 from offer o where o.unit = u.code
                        and o.state = 'NOT_NOW' and o.reason = '{because}'
                        and o.held_at > coalesce(u.reported_at, '-infinity'))
                    then 'UNKNOWN' else u.{ability} end"""
                .replace("{ability}", ability)
                .replace("{because}", because.name());
    }

    CandidateRows(PlacementRules rules) {
        this.rules = rules;
    }

    Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                new Ward(new UnitId(row.getString(1)), new OrganisationId(row.getString(2))),
                new Abilities(
                        Ages.valueOf(row.getString(3)),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        Finding.valueOf(row.getString(6)),
                        Finding.valueOf(row.getString(7)),
                        Finding.valueOf(row.getString(8)),
                        Finding.valueOf(row.getString(9)),
                        specialties(row.getArray(10)),
                        specialties(row.getArray(11))),
                HospitalRows.place(row, 12),
                row.getBoolean(15),
                row.getBoolean(16),
                onDuty(row.getString(17)),
                row.getInt(18),
                row.getBoolean(19),
                row.getInt(20),
                row.getInt(21),
                slots(row.getArray(22)),
                Sql.instant(row, 23),
                row.getBoolean(24));
    }

    /** What was said stands until its own time; later it is not known any more. */
    private Finding onDuty(String said) {
        return said == null ? rules.unrostered() : Finding.valueOf(said);
    }

    private static Set<Specialty> specialties(java.sql.Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Specialty::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<SlotId> slots(java.sql.Array array) throws SQLException {
        var free = new ArrayList<SlotId>();
        if (array != null) {
            for (var id : (UUID[]) array.getArray()) {
                free.add(new SlotId(id));
            }
        }
        return free;
    }
}
