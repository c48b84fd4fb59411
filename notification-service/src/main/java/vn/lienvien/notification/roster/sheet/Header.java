package vn.lienvien.notification.roster.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lienvien.notification.roster.domain.Week;

/**
 * The row that names the days: what stands left of it heads the rows, what stands above is title.
 *
 * @param headings by column
 */
record Header(int row, SortedMap<Integer, Days.Heading> headings) {

    /** Fewer could be a title with a date or two. */
    private static final int FEWEST_DAYS = 3;

    private static final int ROWS_SEARCHED = 40;

    /** Other dates stand above a roster too, such as that of the decision behind it. */
    private static final Pattern NAMES_THE_WEEK = Pattern.compile("tuan|tu ngay|lich truc|week");

    static Optional<Header> find(Grid grid, LocalDate today) {
        return IntStream.range(0, Math.min(grid.rows(), ROWS_SEARCHED))
                .mapToObj(row -> new Header(row, headings(grid, row, today)))
                .filter(each -> each.headings.size() >= FEWEST_DAYS && each.firstColumn() > 0)
                .findFirst()
                .map(found -> found.withDatesBelow(grid, today));
    }

    int firstColumn() {
        return headings.firstKey();
    }

    /** The week, from the title above, else from the dates of the heading. */
    Optional<Week> week(Grid grid, LocalDate today) {
        var inHeading =
                headings.values().stream()
                        .map(Days.Heading::date)
                        .filter(date -> date != null && !date.equals(Days.NO_SUCH_DATE));
        var inTitle =
                IntStream.range(0, row)
                        .boxed()
                        .flatMap(above -> grid.row(above, grid.columns()).stream())
                        .filter(cell -> NAMES_THE_WEEK.matcher(Words.fold(cell.text())).find())
                        .flatMap(cell -> Days.firstDate(cell.text(), today).stream());
        return Stream.concat(inTitle, inHeading).findFirst().map(Week::of);
    }

    /** The date of each column within the week; a heading that contradicts is found. */
    Map<Integer, LocalDate> dates(Week week, List<Found> found) {
        var dates = new TreeMap<Integer, LocalDate>();
        var seen = new HashSet<LocalDate>();
        headings.forEach(
                (column, heading) -> {
                    var date = heading.date() == null ? week.day(heading.day()) : heading.date();
                    var fits = heading.day() == null || heading.day() == date.getDayOfWeek();
                    if (!fits || !Week.of(date).equals(week)) {
                        found.add(Found.at(row, column, Finding.DAY_OUTSIDE));
                    } else if (!seen.add(date)) {
                        found.add(Found.at(row, column, Finding.DAY_TWICE));
                    } else {
                        dates.put(column, date);
                    }
                });
        return dates;
    }

    private static SortedMap<Integer, Days.Heading> headings(Grid grid, int row, LocalDate today) {
        var headings = new TreeMap<Integer, Days.Heading>();
        for (var column = 0; column < grid.columns(); column++) {
            var at = column;
            Days.heading(grid.at(row, column), today).ifPresent(day -> headings.put(at, day));
        }
        return headings;
    }

    /** Many rosters write the days in one row and their dates in the next. */
    private Header withDatesBelow(Grid grid, LocalDate today) {
        var below = headings(grid, row + 1, today);
        if (below.size() < FEWEST_DAYS || !headings.keySet().containsAll(below.keySet())) {
            return this;
        }
        var both = new TreeMap<>(headings);
        new ArrayList<>(below.entrySet())
                .forEach(
                        each ->
                                both.merge(
                                        each.getKey(),
                                        each.getValue(),
                                        (day, date) ->
                                                day.date() == null
                                                        ? new Days.Heading(day.day(), date.date())
                                                        : day));
        return new Header(row + 1, both);
    }
}
