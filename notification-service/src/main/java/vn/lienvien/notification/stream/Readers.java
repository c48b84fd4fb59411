package vn.lienvien.notification.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.notification.stream.Entitlement.Tie;

/**
 * Who listens, found by whom an event concerns: it costs as much as it has hearers, however many
 * others are there. Guarded by its owner.
 */
final class Readers {

    private final int perUser;
    private final int most;
    private final Set<Reader> seeingAll = new LinkedHashSet<>();
    private final Map<OrganisationCode, Set<Reader>> byOrganisation = new HashMap<>();
    private final Map<String, Deque<Reader>> byUser = new HashMap<>();

    Readers(int perUser, int most) {
        this.perUser = perUser;
        this.most = most;
    }

    /**
     * Lets one in.
     *
     * @return the oldest of the same user's, who had to make room: a phone that lost its network
     *     leaves a stream behind, and the newest one is the one in use
     */
    List<Reader> add(Reader reader) {
        var own = byUser.computeIfAbsent(reader.user(), _ -> new ArrayDeque<>());
        var displaced = new ArrayList<Reader>();
        while (own.size() >= perUser) {
            var oldest = own.removeFirst();
            company(oldest).remove(oldest);
            displaced.add(oldest);
        }
        own.addLast(reader);
        company(reader).add(reader);
        return displaced;
    }

    /** Whoever makes room by a stream of her own is let in all the same. */
    boolean hasRoomFor(String user) {
        var own = byUser.get(user);
        return (own != null && own.size() >= perUser) || count() < most;
    }

    void remove(Reader reader) {
        var own = byUser.get(reader.user());
        if (own == null || !own.remove(reader)) {
            return;
        }
        if (own.isEmpty()) {
            byUser.remove(reader.user());
        }
        company(reader).remove(reader);
        if (!reader.seesAll() && company(reader).isEmpty()) {
            byOrganisation.remove(reader.organisation());
        }
    }

    int count() {
        return byUser.values().stream().mapToInt(Deque::size).sum();
    }

    private Set<Reader> company(Reader reader) {
        return reader.seesAll()
                ? seeingAll
                : byOrganisation.computeIfAbsent(reader.organisation(), _ -> new LinkedHashSet<>());
    }

    /** Nobody's right to hear depends on relations. */
    boolean everybodySeesAll() {
        return byOrganisation.isEmpty();
    }

    /** Access is decided once per organisation, and for every event anew. */
    void offer(Frame frame, List<Tie> ties) {
        seeingAll.forEach(reader -> reader.offer(frame));
        Stream.concat(frame.audience().stream(), ties.stream().map(Tie::organisation))
                .distinct()
                .filter(byOrganisation::containsKey)
                .filter(organisation -> Entitlement.admits(frame, organisation, ties))
                .forEach(
                        organisation ->
                                byOrganisation
                                        .get(organisation)
                                        .forEach(reader -> reader.offer(frame)));
    }

    List<Reader> all() {
        return byUser.values().stream().flatMap(Deque::stream).toList();
    }
}
