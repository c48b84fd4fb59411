package vn.lienvien.notification.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.notification.roster.domain.Duty;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Gap;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;
import vn.lienvien.notification.roster.sheet.Found;

/**
 * What an import would store.
 *
 * @param preview to be named when importing
 * @param replaces the version it would follow; null when it is the week's first
 * @param notes worth a look before importing
 * @param gaps within this week, of the lines it names
 */
record PreviewView(
        UUID preview,
        String place,
        String week,
        Integer replaces,
        Instant expiresAt,
        List<ShiftView> shifts,
        List<NoteView> notes,
        List<Gap> gaps) {

    /** Something about a cell. */
    record NoteView(String cell, String code, String message) {
        static NoteView of(Found note, boolean vietnamese) {
            return new NoteView(note.cell(), note.what().code(), note.what().text(vietnamese));
        }
    }

    static PreviewView of(Preview preview, List<Found> notes, boolean vietnamese) {
        return new PreviewView(
                preview.id(),
                preview.place().code(),
                preview.week().toString(),
                preview.base() == 0 ? null : preview.base(),
                preview.expires(),
                ShiftView.of(preview.place(), preview.shifts()),
                notes.stream().map(each -> NoteView.of(each, vietnamese)).toList(),
                gaps(preview.week(), preview.shifts()));
    }

    /** Monday's hours before its first shift belong to last week's night. */
    private static List<Gap> gaps(Week week, List<Shift> shifts) {
        var duty = new Duty(shifts);
        return shifts.stream()
                .map(Shift::line)
                .distinct()
                .sorted()
                .flatMap(
                        line -> {
                            var from = begins(week, line, shifts);
                            return duty.gaps(line, from, from.plus(Duration.ofDays(7))).stream();
                        })
                .toList();
    }

    private static Instant begins(Week week, DutyLine line, List<Shift> shifts) {
        var usual = Hours.WHOLE.from().atDate(week.monday()).atZone(Week.ZONE).toInstant();
        return shifts.stream()
                .filter(each -> each.line() == line)
                .map(Shift::from)
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(week.starts().plus(Duration.ofDays(1))))
                .orElse(usual);
    }
}
