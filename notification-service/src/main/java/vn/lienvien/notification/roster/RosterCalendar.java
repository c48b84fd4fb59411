package vn.lienvien.notification.roster;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DateTimeStamp;
import biweekly.property.Uid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;

/**
 * A roster as iCalendar (RFC 5545), all times in UTC. A shift keeps its id when a week is imported
 * anew, so that calendars change it instead of showing it twice.
 */
final class RosterCalendar {

    static final String TYPE = "text/calendar;charset=UTF-8";

    /** Of three bytes each at most, as all of Vietnamese. */
    private static final int LINE = 25;

    private RosterCalendar() {}

    static String write(Place place, List<Shift> shifts, Instant now) {
        var calendar = new ICalendar();
        calendar.setProductId("-//LienVien//Rosters//VI");
        calendar.setName("Lịch trực " + place.code());
        var seen = new HashMap<String, Integer>();
        for (var shift : shifts) {
            var start = shift.line() + "-" + shift.from().getEpochSecond();
            var uid = place.code() + "-" + start + "-" + seen.merge(start, 1, Integer::sum);
            calendar.addEvent(event(place, shift, uid + "@lienvien", now));
        }
        return folded(calendar);
    }

    /** The standard counts 75 bytes a line, the library counts characters. */
    private static String folded(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @SuppressWarnings("JavaUtilDate") // the library knows no other
    private static VEvent event(Place place, Shift shift, String uid, Instant now) {
        var event = new VEvent();
        event.setUid(new Uid(uid));
        event.setDateTimeStamp(new DateTimeStamp(Date.from(now)));
        event.setDateStart(new DateStart(Date.from(shift.from()), true));
        event.setDateEnd(new DateEnd(Date.from(shift.until()), true));
        event.setSummary(title(shift.line()) + ": " + names(shift));
        event.setDescription(
                shift.people().stream()
                        .map(RosterCalendar::line)
                        .collect(Collectors.joining("\n")));
        event.setLocation(place.code());
        event.setTransparency(true);
        return event;
    }

    private static String names(Shift shift) {
        return shift.people().stream().map(OnCall::name).collect(Collectors.joining(", "));
    }

    private static String line(OnCall person) {
        return Stream.concat(Stream.of(person.name()), person.phones().stream().map(Phones::shown))
                .collect(Collectors.joining(" "));
    }

    private static String title(DutyLine line) {
        return switch (line) {
            case LEADER -> "Lãnh đạo trực";
            case DOCTOR -> "Bác sĩ trực";
            case NURSE -> "Điều dưỡng trực";
            case ECMO_OPERATOR -> "Kíp ECMO";
        };
    }
}
