package vn.lienvien.notification.obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.notification.obligation.domain.CaseFile;
import vn.lienvien.notification.obligation.domain.Change;
import vn.lienvien.notification.obligation.domain.Mark;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.ObligationId;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Standing;
import vn.lienvien.notification.obligation.domain.Urgency;

/** Keeps the obligations of one subject in memory, by the policies we ship. */
final class Book {

    private static final Policies SHIPPED = PolicyTables.read(Optional.empty());

    private final Map<ObligationId, Standing> all = new LinkedHashMap<>();
    private final Map<Mark, CaseFile.Left> marks = new HashMap<>();
    private Urgency known;

    static Set<String> standingAfter(Iterable<? extends ContractEvent> events) {
        var book = new Book();
        events.forEach(book::read);
        return book.standing();
    }

    void read(ContractEvent event) {
        read(event, Instant.EPOCH);
    }

    void read(ContractEvent event, Instant now) {
        read(event, now, now);
    }

    void read(ContractEvent event, Instant saidAt, Instant now) {
        var said = Happenings.of(event, Story.HEALTH_DEPARTMENT);
        var happening = said.knowing(known);
        if (said.source() == Source.TRANSFER) {
            known = said.urgency();
        }
        new CaseFile(open(), marks)
                .on(happening, saidAt, SHIPPED, now)
                .forEach(change -> keep(change, happening.urgency(), now));
    }

    /** The classes of what stands. */
    Set<Urgency> classes() {
        return open().stream().map(Standing::urgency).collect(Collectors.toSet());
    }

    /** Kind and whose, such as {@code ANSWER_OFFER DOCTOR@htd-hcmc}. */
    Set<String> standing() {
        var standing = new TreeSet<String>();
        for (var each : open()) {
            var duty = each.obligation().opening().duty();
            standing.add(duty.kind() + " " + duty.role() + "@" + duty.organisation());
        }
        return standing;
    }

    /** Nobody answers until then. */
    void climb(Instant now) {
        untilItGoesNoFurther(obligation -> obligation.climb(now));
    }

    /** Whoever is told, no roster has anybody. */
    void findNobodyThere(Instant now) {
        untilItGoesNoFurther(obligation -> obligation.nobodyThere(now));
    }

    private void untilItGoesNoFurther(Function<Obligation, Outcome> step) {
        for (var each : open()) {
            var obligation = each.obligation();
            while (step.apply(obligation) instanceof Outcome.Changed higher) {
                obligation = higher.now();
            }
            put(each.id(), obligation, each.attempt(), each.urgency());
        }
    }

    List<Obligation> history() {
        return all.values().stream().map(Standing::obligation).toList();
    }

    private List<Standing> open() {
        return all.values().stream()
                .filter(each -> !(each.obligation() instanceof Obligation.Ended))
                .toList();
    }

    private void keep(Change change, Urgency urgency, Instant now) {
        switch (change) {
            case Change.Opened opened -> add(opened.opened().now(), urgency);
            case Change.OpenedTooLate late -> add(late.ended(), urgency);
            case Change.OpenedAgain(var id, var attempt) ->
                    put(id, all.get(id).obligation(), attempt, all.get(id).urgency());
            case Change.Altered(var id, var altered) ->
                    put(id, altered.now(), all.get(id).attempt(), all.get(id).urgency());
            case Change.Reclassed(var id, var other, var hastened) ->
                    put(
                            id,
                            hastened instanceof Outcome.Changed changed
                                    ? changed.now()
                                    : all.get(id).obligation(),
                            all.get(id).attempt(),
                            other);
            case Change.Remembered(var mark, var attempt) ->
                    marks.put(mark, new CaseFile.Left(attempt, now));
        }
    }

    private void add(Obligation obligation, Urgency urgency) {
        put(
                new ObligationId(new UUID(0, all.size())),
                obligation,
                obligation.opening().attempt(),
                urgency);
    }

    private void put(ObligationId id, Obligation obligation, int attempt, Urgency urgency) {
        all.put(id, new Standing(id, obligation, attempt, urgency));
    }

    /** Every way to read two sources' events that keeps each source's own order. */
    static List<List<ContractEvent>> interleavings(
            List<? extends ContractEvent> one, List<? extends ContractEvent> other) {
        if (one.isEmpty() || other.isEmpty()) {
            var rest = new ArrayList<ContractEvent>(one);
            rest.addAll(other);
            return List.of(rest);
        }
        var ways = new ArrayList<List<ContractEvent>>();
        interleavings(one.subList(1, one.size()), other)
                .forEach(way -> ways.add(before(one.getFirst(), way)));
        interleavings(one, other.subList(1, other.size()))
                .forEach(way -> ways.add(before(other.getFirst(), way)));
        return ways;
    }

    private static List<ContractEvent> before(ContractEvent first, List<ContractEvent> rest) {
        var way = new ArrayList<ContractEvent>();
        way.add(first);
        way.addAll(rest);
        return way;
    }
}
