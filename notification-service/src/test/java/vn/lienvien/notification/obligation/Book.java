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
import vn.lienvien.events.ContractEvent;
import vn.lienvien.notification.obligation.domain.CaseFile;
import vn.lienvien.notification.obligation.domain.Change;
import vn.lienvien.notification.obligation.domain.Mark;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.notification.obligation.domain.ObligationId;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Standing;

/** Keeps the obligations of one subject in memory, by the policies we ship. */
final class Book {

    private static final Policies SHIPPED = PolicyTables.read(Optional.empty());

    private final Map<ObligationId, Standing> all = new LinkedHashMap<>();
    private final Map<Mark, Integer> marks = new HashMap<>();

    static Set<String> standingAfter(Iterable<? extends ContractEvent> events) {
        var book = new Book();
        events.forEach(book::read);
        return book.standing();
    }

    void read(ContractEvent event) {
        var happening = Happenings.of(event, Story.HEALTH_DEPARTMENT);
        new CaseFile(open(), marks).on(happening, SHIPPED, Instant.EPOCH).forEach(this::keep);
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

    List<Obligation> history() {
        return all.values().stream().map(Standing::obligation).toList();
    }

    private List<Standing> open() {
        return all.values().stream()
                .filter(each -> !(each.obligation() instanceof Obligation.Ended))
                .toList();
    }

    private void keep(Change change) {
        switch (change) {
            case Change.Opened opened -> add(opened.opened().now());
            case Change.OpenedTooLate late -> add(late.ended());
            case Change.OpenedAgain(var id, var attempt) ->
                    all.put(id, new Standing(id, all.get(id).obligation(), attempt));
            case Change.Altered(var id, var altered) ->
                    all.put(id, new Standing(id, altered.now(), all.get(id).attempt()));
            case Change.Remembered(var mark, var attempt) -> marks.put(mark, attempt);
        }
    }

    private void add(Obligation obligation) {
        var id = new ObligationId(new UUID(0, all.size()));
        all.put(id, new Standing(id, obligation, obligation.opening().attempt()));
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
