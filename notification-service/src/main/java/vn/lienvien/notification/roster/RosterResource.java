package vn.lienvien.notification.roster;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Week;
import vn.lienvien.notification.roster.sheet.RosterWriter;

/** Who is on duty; a place is a unit, such as htd-hcmc.icu-adult, or a house, such as htd-hcmc. */
@Path("/api/v1/rosters")
@Tag(name = "Rosters")
@RunOnVirtualThread
class RosterResource {

    static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a calendar shows of the past and of the future. */
    private static final Duration CALENDAR_BACK = Duration.ofDays(7);

    private static final Duration CALENDAR_AHEAD = Duration.ofDays(60);

    private final Rosters rosters;
    private final Weeks weeks;
    private final Duties duties;
    private final RosterAccess access;
    private final CurrentActor current;
    private final DatabaseClock clock;

    RosterResource(
            Rosters rosters,
            Weeks weeks,
            Duties duties,
            RosterAccess access,
            CurrentActor current,
            DatabaseClock clock) {
        this.rosters = rosters;
        this.weeks = weeks;
        this.duties = duties;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Path("/gaps")
    @Operation(summary = "Times ahead with nobody on duty; for coordinators everybody's")
    public GapsView gaps(
            @QueryParam("days") @DefaultValue("7") @Min(1) @Max(28) int days,
            @QueryParam("organisation") OrganisationCode asked) {
        var own = current.get().organisation();
        if (asked != null && !asked.equals(own) && !access.readsAll()) {
            throw Problem.notFound().exception();
        }
        var whose = asked != null || access.readsAll() ? asked : own;
        var from = clock.now();
        var until = from.plus(Duration.ofDays(days));
        var gaps = duties.gaps(whose == null ? null : whose.value(), from, until);
        return new GapsView(from, until, gaps.stream().map(GapsView.GapView::of).toList());
    }

    @GET
    @Authenticated
    @Path("/{place}")
    @Operation(summary = "Who is on duty at a time, and who comes next")
    public DutyView duty(@PathParam("place") String code, @QueryParam("at") String at) {
        var place = access.readable(code);
        var time = at == null ? clock.now() : Asked.time(at);
        var edition = rosters.current(place, Week.at(time)).orElse(null);
        return DutyView.of(place, time, duties.watches(place, time), edition);
    }

    @GET
    @Authenticated
    @Path("/{place}.ics")
    @Produces(RosterCalendar.TYPE)
    @Operation(summary = "The duty roster for a calendar")
    public Response calendar(@PathParam("place") String code) {
        var place = access.readable(code);
        var now = clock.now();
        var duty = rosters.duty(place, now.minus(CALENDAR_BACK), now.plus(CALENDAR_AHEAD));
        return file(
                RosterCalendar.write(place, duty.shifts(), now),
                RosterCalendar.TYPE,
                "roster-" + place.code() + ".ics");
    }

    @GET
    @Authenticated
    @Path("/{place}/template.xlsx")
    @Produces(WORKBOOK)
    @Operation(summary = "An empty week to fill in")
    public Response template(@PathParam("place") String code, @QueryParam("week") String week) {
        var place = access.readable(code);
        var asked = week == null ? Week.at(clock.now()).next() : Asked.week(week);
        return workbook(place, asked, RosterWriter.write(place, asked, List.of()));
    }

    @GET
    @Authenticated
    @Path("/{place}/weeks/{week}")
    @Operation(summary = "A week's roster, as it holds or in an earlier version")
    public WeekView week(
            @PathParam("place") String code,
            @PathParam("week") String week,
            @QueryParam("version") Integer version) {
        var place = access.readable(code);
        return weeks.view(place, Asked.week(week), version);
    }

    @GET
    @Authenticated
    @Path("/{place}/weeks/{week}.xlsx")
    @Produces(WORKBOOK)
    @Operation(summary = "A week's roster as a workbook that can be imported again")
    public Response export(
            @PathParam("place") String code,
            @PathParam("week") String day,
            @QueryParam("version") Integer version) {
        var place = access.readable(code);
        var week = Asked.week(day);
        var shifts = rosters.shifts(weeks.edition(place, week, version));
        return workbook(place, week, RosterWriter.write(place, week, shifts));
    }

    private static Response workbook(Place place, Week week, byte[] bytes) {
        return file(bytes, WORKBOOK, "roster-" + place.code() + "-" + week + ".xlsx");
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
