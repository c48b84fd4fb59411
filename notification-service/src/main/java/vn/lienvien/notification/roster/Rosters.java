package vn.lienvien.notification.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.roster.domain.Duty;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/** Stored rosters. A version never changes; the current one of a week is the one not superseded. */
@ApplicationScoped
class Rosters {

    private static final String EDITION =
            "select place, week, version, imported_at, imported_by, superseded_at from roster ";

    private static final String SHIFT =
            "select s.line, s.starts_at, s.ends_at, s.people from roster_shift s ";

    private static final String CURRENT =
            " join roster r using (place, week, version) where r.superseded_at is null ";

    /**
     * Lines a place has rostered lately, whether or not it has rostered anything ahead; what others
     * are rostered far ahead makes none of them forgotten.
     */
    private static final String LINES =
            """
            select distinct s.place, s.line from roster_shift s join roster r using (place, week, version)
            where r.superseded_at is null and (?::text is null or r.organisation = ?)
              and s.week > (select least(max(week), (app_now() at time zone 'Asia/Ho_Chi_Minh')::date)
                          from roster newest where newest.place = s.place) - 28
            """;

    /** The same of one line: what a place has rostered lately it keeps. */
    private static final String KEEPS =
            """
            select 1 from roster_shift s join roster r using (place, week, version)
            where r.superseded_at is null and s.place = ? and s.line = ?
              and s.week > (select least(max(week), (app_now() at time zone 'Asia/Ho_Chi_Minh')::date)
                          from roster newest where newest.place = s.place) - 28 limit 1
            """;

    /**
     * Not for ever: whoever has rostered nobody for four weeks keeps the line elsewhere, or not.
     */
    private static final String KEEPS_STILL =
            """
            select 1 from roster_shift s join roster r using (place, week, version)
            where r.superseded_at is null and s.place = ? and s.line = ?
              and s.week > (app_now() at time zone 'Asia/Ho_Chi_Minh')::date - 28 limit 1
            """;

    private final Sql sql;

    Rosters(Sql sql) {
        this.sql = sql;
    }

    /** Everybody on duty at the place at some time of the window, in the order of calling. */
    Duty duty(Place place, Instant from, Instant until) {
        return new Duty(
                sql.list(
                        SHIFT
                                + CURRENT
                                + " and s.place = ? and s.ends_at > ? and s.starts_at < ?"
                                + " order by s.week, s.position",
                        Rosters::shift,
                        place.code(),
                        from,
                        until));
    }

    List<Shift> shifts(Edition edition) {
        return sql.list(
                SHIFT + " where s.place = ? and s.week = ? and s.version = ? order by s.position",
                Rosters::shift,
                edition.place().code(),
                edition.week().monday(),
                edition.version());
    }

    /** The newest first. */
    List<Edition> editions(Place place, Week week) {
        return sql.list(
                EDITION + "where place = ? and week = ? order by version desc",
                Rosters::edition,
                place.code(),
                week.monday());
    }

    Optional<Edition> current(Place place, Week week) {
        return editions(place, week).stream().findFirst();
    }

    /** Most organisations have none: asked first, one question answers for them. */
    boolean any(String organisation) {
        return sql.first(
                        "select 1 from roster where organisation = ? and superseded_at is null limit 1",
                        _ -> true,
                        organisation)
                .isPresent();
    }

    boolean keeps(Place place, DutyLine line) {
        return sql.first(KEEPS, _ -> true, place.code(), line.name()).isPresent();
    }

    boolean keepsStill(Place place, DutyLine line) {
        return sql.first(KEEPS_STILL, _ -> true, place.code(), line.name()).isPresent();
    }

    List<Place> unitsKeeping(Place house, DutyLine line) {
        return linesByPlace(house.organisation()).entrySet().stream()
                .filter(each -> each.getValue().contains(line))
                .map(each -> Place.of(each.getKey()))
                .filter(each -> each.unit() != null)
                .toList();
    }

    SortedMap<String, Set<DutyLine>> linesByPlace(String organisation) {
        return sql
                .list(
                        LINES,
                        row -> Map.entry(row.getString(1), DutyLine.valueOf(row.getString(2))),
                        organisation,
                        organisation)
                .stream()
                .collect(
                        groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                mapping(
                                        Map.Entry::getValue,
                                        toCollection(
                                                () -> (Set<DutyLine>) new TreeSet<DutyLine>()))));
    }

    /**
     * Puts a new version in the place of another, at once and whole.
     *
     * @param base the version it is to follow; 0 for the first
     * @return false when another import came between
     */
    boolean replace(Edition next, int base, List<Shift> shifts) {
        var place = next.place().code();
        var week = next.week().monday();
        var free =
                base == 0
                        || sql.run(
                                        "update roster set superseded_at = ? where place = ? and week = ?"
                                                + " and version = ? and superseded_at is null",
                                        next.imported(),
                                        place,
                                        week,
                                        base)
                                == 1;
        if (!free || !insert(next)) {
            return false;
        }
        for (var position = 0; position < shifts.size(); position++) {
            var shift = shifts.get(position);
            sql.run(
                    "insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                    place,
                    week,
                    next.version(),
                    position,
                    shift.line().name(),
                    shift.from(),
                    shift.until(),
                    ShiftsJson.write(shift.people()));
        }
        return true;
    }

    private boolean insert(Edition next) {
        return sql.run(
                        "insert into roster (place, organisation, week, version, imported_at, imported_by)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        next.place().code(),
                        next.place().organisation(),
                        next.week().monday(),
                        next.version(),
                        next.imported(),
                        next.by())
                == 1;
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                DutyLine.valueOf(row.getString(1)),
                Sql.instant(row, 2),
                Sql.instant(row, 3),
                ShiftsJson.people(row.getString(4)));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                Place.of(row.getString(1)),
                new Week(row.getObject(2, LocalDate.class)),
                row.getInt(3),
                Sql.instant(row, 4),
                row.getString(5),
                Sql.instant(row, 6));
    }
}
