package vn.lienvien.notification.roster;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.notification.roster.domain.Cover;
import vn.lienvien.notification.roster.domain.Duty;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Gap;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;

/** Who is on duty by the stored rosters; a unit's own people come before those of its house. */
@ApplicationScoped
class Duties implements OnDuty {

    /** As far as anybody asks for whoever is next. */
    static final Duration AHEAD = Duration.ofDays(14);

    private final Rosters rosters;

    Duties(Rosters rosters) {
        this.rosters = rosters;
    }

    /** A shift and whose roster it stands in. */
    record Placed(Place place, Shift shift) {}

    /** A gap and whose. */
    record PlacedGap(Place place, Gap gap) {}

    /** One line at a time: who is on duty, and who comes next. */
    record Watch(DutyLine line, List<Placed> now, List<Placed> next) {}

    @Override
    public Line line(OrganisationCode organisation, UnitCode unit, DutyLine line, Instant at) {
        if (!rosters.any(organisation.value())) {
            return new Line(List.of(), false);
        }
        var place = Place.of(unit == null ? organisation.value() : unit.value());
        return steps(place)
                .map(each -> on(each, line, at))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(people -> new Line(people, true))
                .orElseGet(() -> keptElsewhere(place, line, at));
    }

    /** A house that does not keep the line itself is answered for by its units, all together. */
    private Line keptElsewhere(Place place, DutyLine line, Instant at) {
        if (keeps(place, line)) {
            return new Line(List.of(), true);
        }
        var units = place.unit() == null ? rosters.unitsKeeping(place, line) : List.<Place>of();
        var people =
                units.stream().flatMap(unit -> on(unit, line, at).stream()).distinct().toList();
        return new Line(people, !units.isEmpty());
    }

    /** The place or its house keeps the line. */
    boolean keeps(Place place, DutyLine line) {
        return steps(place).anyMatch(each -> rosters.keeps(each, line));
    }

    /** And has not left its rosters alone for weeks. */
    boolean keepsStill(Place place, DutyLine line) {
        return steps(place).anyMatch(each -> rosters.keepsStill(each, line));
    }

    /** Whether the line has somebody, by the place's own people or those of its house. */
    Cover cover(Place place, DutyLine line, Instant at) {
        var horizon = at.plus(AHEAD);
        return together(place, at, horizon).cover(line, at, horizon);
    }

    List<Watch> watches(Place place, Instant at) {
        var steps = steps(place).toList();
        var duties = steps.stream().map(each -> rosters.duty(each, at, at.plus(AHEAD))).toList();
        return Stream.of(DutyLine.values())
                .map(
                        line ->
                                new Watch(
                                        line,
                                        first(steps, duties, duty -> of(line, duty.at(at))),
                                        first(steps, duties, duty -> duty.next(line, at))))
                .toList();
    }

    /** What nobody covers of the lines that places roster, soonest first. */
    List<PlacedGap> gaps(String organisation, Instant from, Instant until) {
        return rosters.linesByPlace(organisation).entrySet().stream()
                .flatMap(
                        each -> {
                            var place = Place.of(each.getKey());
                            var duty = together(place, from, until);
                            return each.getValue().stream()
                                    .flatMap(line -> duty.gaps(line, from, until).stream())
                                    .map(gap -> new PlacedGap(place, gap));
                        })
                .sorted(comparing(each -> each.gap().from()))
                .toList();
    }

    private Duty together(Place place, Instant from, Instant until) {
        return new Duty(
                steps(place)
                        .flatMap(each -> rosters.duty(each, from, until).shifts().stream())
                        .toList());
    }

    private List<Reachable> on(Place place, DutyLine line, Instant at) {
        return of(line, rosters.duty(place, at, at.plusMillis(1)).at(at)).stream()
                .flatMap(shift -> shift.people().stream())
                .map(each -> new Reachable(each.name(), each.phones(), each.user()))
                .distinct()
                .toList();
    }

    private static Stream<Place> steps(Place place) {
        return place.unit() == null ? Stream.of(place) : Stream.of(place, place.house());
    }

    private static List<Shift> of(DutyLine line, List<Shift> shifts) {
        return shifts.stream().filter(each -> each.line() == line).toList();
    }

    private interface Asked {
        List<Shift> of(Duty duty);
    }

    private static List<Placed> first(List<Place> steps, List<Duty> duties, Asked asked) {
        for (var i = 0; i < steps.size(); i++) {
            var place = steps.get(i);
            var found = asked.of(duties.get(i));
            if (!found.isEmpty()) {
                return found.stream().map(each -> new Placed(place, each)).toList();
            }
        }
        return List.of();
    }
}
