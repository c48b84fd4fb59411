package vn.lienvien.notification.roster.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/**
 * Reads a week's roster from a workbook as hospitals make them: lines and shifts down, days across,
 * titles above, signatures below, names with their phones in the cells.
 */
public final class RosterSheet {

    private RosterSheet() {}

    /**
     * @param chosen the week asked for, or null to take what the sheet says
     * @param today completes dates without a year
     */
    public static Draft read(byte[] file, Week chosen, LocalDate today) throws Unreadable {
        var grids = WorkbookReader.read(file);
        for (var grid : grids) {
            var header = Header.find(grid, today);
            if (header.isPresent()) {
                return read(grid, header.get(), contacts(grids), chosen, today);
            }
        }
        return new Draft(chosen, List.of(), List.of(Found.at(0, 0, Finding.NO_DAYS)));
    }

    private record Directory(Contacts contacts, List<Found> found) {}

    private static Directory contacts(List<Grid> grids) {
        var found = new ArrayList<Found>();
        var contacts =
                grids.stream()
                        .filter(Contacts::isIn)
                        .findFirst()
                        .map(grid -> Contacts.of(grid, found))
                        .orElseGet(Contacts::none);
        return new Directory(contacts, found);
    }

    private static Draft read(
            Grid grid, Header header, Directory directory, Week chosen, LocalDate today) {
        var found = new ArrayList<>(directory.found());
        var written = header.week(grid, today);
        var week = written.or(() -> Optional.ofNullable(chosen));
        if (week.isEmpty()) {
            found.add(Found.at(header.row(), header.firstColumn(), Finding.WEEK_UNKNOWN));
            return new Draft(null, List.of(), found);
        }
        if (chosen != null && !chosen.equals(week.get())) {
            found.add(Found.at(header.row(), header.firstColumn(), Finding.WEEK_DIFFERS));
        }
        var dates = header.dates(week.get(), found);
        var shifts = shifts(grid, header, dates, directory.contacts(), found);
        if (shifts.isEmpty() && found.stream().allMatch(each -> each.what().isNote())) {
            found.add(Found.at(header.row(), header.firstColumn(), Finding.NOBODY));
        }
        return new Draft(week.get(), shifts, found);
    }

    private static List<Shift> shifts(
            Grid grid,
            Header header,
            Map<Integer, LocalDate> dates,
            Contacts contacts,
            List<Found> found) {
        var shifts = new ArrayList<Shift>();
        for (var row : Rows.below(grid, header, contacts, found)) {
            dates.forEach(
                    (column, date) -> {
                        var people = row.people(grid, column, contacts, found);
                        if (!people.isEmpty()) {
                            shifts.add(row.hours().on(date, row.line(), people));
                        }
                    });
        }
        return shifts;
    }
}
