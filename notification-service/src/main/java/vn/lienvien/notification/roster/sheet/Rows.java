package vn.lienvien.notification.roster.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.OnCall;

/** Finds the rows of a roster that name people, and what each is for. */
final class Rows {

    /**
     * A row of people.
     *
     * @param phones the row below it that holds their numbers; -1 when there is none
     */
    record DutyRow(int row, int phones, DutyLine line, Hours hours) {

        List<OnCall> people(Grid grid, int column, Contacts contacts, List<Found> found) {
            var at = new At(row, column);
            var people = CellReader.people(grid.at(row, column), at, found);
            if (people.isEmpty() && grid.at(row, column).isBlank()) {
                found.add(new Found(at.toString(), Finding.CELL_EMPTY));
            }
            if (phones >= 0 && people.size() == 1) {
                var only = people.getFirst();
                var below =
                        CellReader.phones(grid.at(phones, column), new At(phones, column), found);
                people = List.of(new OnCall(only.name(), join(only.phones(), below), only.user()));
            }
            return people.stream().map(each -> complete(each, at, contacts, found)).toList();
        }

        private static OnCall complete(OnCall named, At at, Contacts contacts, List<Found> found) {
            var known = contacts.find(named.name());
            var phones =
                    named.phones().isEmpty()
                            ? known.map(OnCall::phones).orElse(List.of())
                            : named.phones();
            if (phones.isEmpty() && !faulty(at, found)) {
                found.add(new Found(at.toString(), Finding.NO_PHONE));
            }
            return new OnCall(named.name(), phones, known.map(OnCall::user).orElse(null));
        }

        /** A cell already at fault is not blamed for what follows from it. */
        private static boolean faulty(At at, List<Found> found) {
            return found.stream()
                    .anyMatch(each -> each.cell().equals(at.toString()) && !each.what().isNote());
        }

        private static List<String> join(List<String> first, List<String> more) {
            var all = new ArrayList<>(first);
            all.addAll(more);
            return all;
        }
    }

    private final Grid grid;
    private final Header header;
    private final Contacts contacts;
    private final List<Found> found;
    private final List<DutyRow> rows = new ArrayList<>();
    private DutyLine line;
    private Hours hours;

    private Rows(Grid grid, Header header, Contacts contacts, List<Found> found) {
        this.grid = grid;
        this.header = header;
        this.contacts = contacts;
        this.found = found;
    }

    static List<DutyRow> below(Grid grid, Header header, Contacts contacts, List<Found> found) {
        var rows = new Rows(grid, header, contacts, found);
        for (var row = header.row() + 1; row < grid.rows(); row++) {
            rows.take(row);
        }
        return rows.rows;
    }

    private void take(int row) {
        var labels =
                grid.row(row, header.firstColumn()).stream()
                        .map(each -> Words.fold(each.text()))
                        .filter(each -> !Labels.saysNothing(each))
                        .distinct()
                        .toList();
        var label = String.join(" ", labels);
        var empty =
                days(row)
                        .allMatch(
                                each -> each.isBlank() || labels.contains(Words.fold(each.text())));
        if (label.isEmpty() && (empty || !namesSomebody(row))) {
            // What follows, a date or a signature, is no duty until a row says its line again.
            line = null;
        } else if (Labels.arePhones(label) && !rows.isEmpty()) {
            var above = rows.removeLast();
            rows.add(new DutyRow(above.row(), row, above.line(), above.hours()));
        } else if (heads(label, row, empty) && !empty) {
            rows.add(new DutyRow(row, -1, line, hours));
        }
    }

    private Stream<Content> days(int row) {
        return header.headings().keySet().stream().map(column -> grid.at(row, column));
    }

    private boolean namesSomebody(int row) {
        return days(row)
                .anyMatch(
                        each ->
                                CellReader.holdsPhone(each)
                                        || contacts.find(each.text()).isPresent());
    }

    /** Takes line and hours from the label, or from the row above where it says nothing of them. */
    private boolean heads(String label, int row, boolean empty) {
        var named = Labels.line(label);
        if (named.isPresent()) {
            line = named.get();
            hours = Hours.WHOLE;
        } else if (!label.isEmpty() && !Labels.speaksOfTime(label)) {
            line = null;
        }
        if (line == null) {
            if (!empty && !label.isEmpty()) {
                found.add(Found.at(row, 0, Finding.ROW_SKIPPED));
            }
            return false;
        }
        if (Labels.speaksOfTime(label)) {
            var told = Labels.hours(label);
            if (told.isEmpty()) {
                found.add(Found.at(row, header.firstColumn() - 1, Finding.HOURS_UNCLEAR));
                return false;
            }
            hours = told.get();
        }
        return true;
    }
}
