package vn.lienvien.simulation.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienvien.events.About;
import vn.lienvien.events.AlertEvent;
import vn.lienvien.events.AlertEvent.ObligationEnd;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.inbox.EventHandler;
import vn.lienvien.kit.inbox.ReceivedEvent;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.obligation.Happenings;
import vn.lienvien.notification.obligation.PeopleHandler;
import vn.lienvien.notification.obligation.PolicyTables;
import vn.lienvien.notification.obligation.domain.CaseFile;
import vn.lienvien.notification.obligation.domain.CaseFile.Left;
import vn.lienvien.notification.obligation.domain.Change;
import vn.lienvien.notification.obligation.domain.End;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Mark;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.ObligationEvent;
import vn.lienvien.notification.obligation.domain.ObligationId;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Standing;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.bus.Reader;
import vn.lienvien.simulation.bus.Relay;
import vn.lienvien.simulation.bus.Topics;
import vn.lienvien.simulation.bus.VirtualOutbox;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.DecidingClock;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.Table;
import vn.lienvien.simulation.kernel.VirtualClock;

/** notification-service's obligations: the rules and policy tables that ship, rows in memory. */
public final class Alerts implements EventHandler {

    private static final Policies POLICIES = PolicyTables.read(Optional.empty());
    private static final Subscription PEOPLE =
            new PeopleHandler(null, null, null, null).subscription();
    private static final OrganisationCode OFFICE = new OrganisationCode("soyte-hcm");
    private static final Duration REMINDS_EVERY = Duration.ofSeconds(1);
    private static final int MOST_SNOOZES = 2;
    private static final int BATCH = 50;

    private final Database database;
    private final DatabaseClock clock;
    private final VirtualClock time;
    private final Ids ids;
    private final VirtualOutbox outbox;
    private final Relay relay;
    private final Reader reader;
    private final Table<ObligationId, Kept> rows;
    private final Table<String, Map<Mark, Left>> marks;
    private final Table<String, List<ObligationId>> standing;
    private final Table<String, vn.lienvien.notification.obligation.domain.Urgency> classes;
    private final Bug bug;
    private Instant reminded = Instant.MIN;
    private Instant firstRung;
    private boolean known;

    public Alerts(VirtualClock time, Ids ids, Topics topics, Bug bug) {
        this.time = time;
        this.ids = ids;
        this.bug = bug;
        database = new Database(time);
        clock = new DecidingClock(time, database, bug);
        database.onCommit(_ -> known = false);
        outbox = new VirtualOutbox(database, time, ids);
        relay = new Relay(outbox, topics, bug);
        rows = new Table<>(database);
        marks = new Table<>(database);
        standing = new Table<>(database);
        classes = new Table<>(database);
        reader = new Reader(database, topics, this, bug);
    }

    @Override
    public Subscription subscription() {
        return PEOPLE;
    }

    @Override
    public void on(ReceivedEvent received) {
        var said = Happenings.of(received.data(), OFFICE);
        if (!POLICIES.concern(said)) {
            return;
        }
        var subject = said.subject().key();
        var happening = ranked(said);
        var file =
                new CaseFile(
                        of(subject).stream()
                                .map(
                                        it ->
                                                new Standing(
                                                        it.id(),
                                                        it.obligation(),
                                                        it.attempt(),
                                                        it.urgency()))
                                .toList(),
                        marks.has(subject) ? marks.get(subject) : Map.of());
        file.on(happening, received.occurredAt(), POLICIES, clock.now())
                .forEach(change -> keep(change, happening));
    }

    private Happening ranked(Happening said) {
        var transfer = said.subject().key();
        var known = classes.has(transfer) ? classes.get(transfer) : null;
        if (said.source() == Source.TRANSFER && said.urgency() != null) {
            classes.put(transfer, said.urgency());
        }
        return said.knowing(known);
    }

    /** A person knows, or was reached by phone. */
    public void acknowledge(ObligationId id) {
        alter(id, rows.get(id).obligation().end(End.ACKNOWLEDGED, "person", clock.now()));
    }

    /** False when it was refused. */
    public boolean snooze(ObligationId id, Duration quiet) {
        var row = rows.get(id);
        boolean urgent =
                row.urgency() == vn.lienvien.notification.obligation.domain.Urgency.U0
                        || row.urgency() == vn.lienvien.notification.obligation.domain.Urgency.U1;
        return alter(id, row.obligation().snooze(quiet, urgent, MOST_SNOOZES, clock.now()));
    }

    /** False when it was refused. */
    public boolean handOn(ObligationId id) {
        return alter(id, rows.get(id).obligation().handOn(clock.now()));
    }

    /** Whoever was told last is a gap in the roster. */
    public void nobodyThere(ObligationId id) {
        alter(id, rows.get(id).obligation().nobodyThere(clock.now()));
    }

    /** The timers' round: whose time has come climbs. */
    public void remind(Fate fate) {
        reminded = time.now();
        if (bug == Bug.ESCALATION_OFF) {
            return;
        }
        while (database.run(fate, this::climbSome) == BATCH) {
            // the next batch, until nobody is left
        }
    }

    public Instant remindsAt() {
        if (!known) {
            firstRung = firstRung();
            known = true;
        }
        if (firstRung == null) {
            return null;
        }
        var earliest = reminded.plus(REMINDS_EVERY);
        return firstRung.isAfter(earliest) ? firstRung : earliest;
    }

    private Instant firstRung() {
        Instant first = null;
        for (var ids : standing.all()) {
            for (var id : ids) {
                if (rows.get(id).obligation() instanceof Obligation.Open open
                        && (first == null || open.next().isBefore(first))) {
                    first = open.next();
                }
            }
        }
        return first;
    }

    public List<Kept> standing() {
        return standing.all().stream().flatMap(List::stream).map(rows::get).toList();
    }

    public Collection<Kept> all() {
        return rows.all();
    }

    public void restart() {
        reader.restart();
        relay.die();
    }

    public Database database() {
        return database;
    }

    public VirtualOutbox outbox() {
        return outbox;
    }

    public Relay relay() {
        return relay;
    }

    public Reader reader() {
        return reader;
    }

    private int climbSome() {
        var now = clock.now();
        var due =
                standing().stream()
                        .filter(
                                it ->
                                        it.obligation() instanceof Obligation.Open open
                                                && !now.isBefore(open.next()))
                        .limit(BATCH)
                        .toList();
        due.forEach(it -> alter(it.id(), it.obligation().climb(now)));
        return due.size();
    }

    private List<Kept> of(String subject) {
        return standing.has(subject)
                ? standing.get(subject).stream().map(rows::get).toList()
                : List.of();
    }

    private void keep(Change change, Happening happening) {
        var subject = happening.subject().key();
        switch (change) {
            case Change.Opened(var opened) -> {
                var row = add(happening, opened.now());
                var ids =
                        new ArrayList<>(standing.has(subject) ? standing.get(subject) : List.of());
                ids.add(row.id());
                standing.put(subject, ids);
                say(
                        new AlertEvent.ObligationOpenedV1(
                                about(row),
                                row.id().value(),
                                kind(row),
                                organisation(row),
                                AlertEvent.DutyRole.valueOf(
                                        opened.now().opening().duty().role().name()),
                                happening.urgency() == null
                                        ? null
                                        : Urgency.valueOf(happening.urgency().name()),
                                opened.now().opening().due()),
                        row);
                tell(row, opened.events());
            }
            case Change.OpenedTooLate(var ended) -> add(happening, ended);
            case Change.OpenedAgain(var id, var attempt) ->
                    rows.put(id, rows.get(id).forAttempt(attempt));
            case Change.Altered(var id, var altered) -> alter(id, altered);
            case Change.Reclassed(var id, var urgency, var hastened) -> {
                rows.put(id, rows.get(id).in(urgency));
                alter(id, hastened);
            }
            case Change.Remembered(var mark, var attempt) -> {
                var all = new HashMap<>(marks.has(subject) ? marks.get(subject) : Map.of());
                all.put(mark, new Left(attempt, clock.now()));
                marks.put(subject, all);
            }
        }
    }

    private Kept add(Happening happening, Obligation obligation) {
        var row =
                new Kept(
                        new ObligationId(ids.next()),
                        happening,
                        obligation,
                        obligation.opening().attempt(),
                        happening.urgency(),
                        time.now());
        rows.put(row.id(), row);
        return row;
    }

    private boolean alter(ObligationId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var now, var events) -> {
                var row = rows.get(id).become(now, time.now());
                rows.put(id, row);
                if (!row.stands()) {
                    stopStanding(row);
                }
                tell(row, events);
                yield true;
            }
            case Outcome.Unchanged _ -> true;
            case Outcome.Refused _ -> false;
        };
    }

    private void stopStanding(Kept row) {
        var subject = row.of().subject().key();
        var left = new ArrayList<>(standing.get(subject));
        left.remove(row.id());
        standing.put(subject, left);
    }

    private void tell(Kept row, List<ObligationEvent> events) {
        for (var event : events) {
            switch (event) {
                case ObligationEvent.Told _,
                        ObligationEvent.Snoozed _,
                        ObligationEvent.HandedOn _ -> {}
                case ObligationEvent.AlarmStands _ -> closed(row, ObligationEnd.STANDING_ALARM);
                case ObligationEvent.HasEnded(var end) ->
                        closed(row, ObligationEnd.valueOf(end.name()));
            }
        }
    }

    private void closed(Kept row, ObligationEnd end) {
        say(
                new AlertEvent.ObligationClosedV1(
                        about(row), row.id().value(), kind(row), organisation(row), end),
                row);
    }

    private void say(AlertEvent event, Kept row) {
        outbox.announce(event, Set.of(organisation(row)));
    }

    private static About about(Kept row) {
        var subject = row.of().subject();
        return new About(
                subject.transfer(), subject.unit() == null ? null : new UnitCode(subject.unit()));
    }

    private static ObligationKind kind(Kept row) {
        return ObligationKind.valueOf(row.obligation().opening().duty().kind().name());
    }

    private static OrganisationCode organisation(Kept row) {
        return new OrganisationCode(row.obligation().opening().duty().organisation());
    }
}
