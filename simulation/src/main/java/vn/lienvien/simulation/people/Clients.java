package vn.lienvien.simulation.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Fate;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.Unheard;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.transfer.Journeys;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * Requests on their way, and what their senders were told: a time-out is not a no, so the same
 * request comes again under the same key (I3, I19).
 */
public final class Clients {

    private static final int REMEMBERED = 40;

    private final VirtualClock clock;
    private final Story story;
    private final Map<Request.To, Desk> desks;
    private final Map<Request.To, Database> databases;
    private final List<Request> underWay = new ArrayList<>();
    private final List<Request> sent = new ArrayList<>();
    private final Map<UUID, Request> all = new HashMap<>();
    private final Map<UUID, Done> told = new HashMap<>();

    public Clients(
            VirtualClock clock, Story story, Journeys journeys, Bed bed, Alerts alerts, Bug bug) {
        this.clock = clock;
        this.story = story;
        databases =
                Map.of(
                        Request.To.TRANSFER, journeys.database(),
                        Request.To.BED, bed.database(),
                        Request.To.NOTIFICATION, alerts.database());
        desks = new HashMap<>();
        databases.forEach((to, database) -> desks.put(to, new Desk(database, bug)));
    }

    Request.Sent arriving(Request.To to) {
        return new Request.Sent(clock.now(), databases.get(to).ticket());
    }

    /** Sent now; on a slow night it arrives much later. */
    void send(Request request, Choices chance) {
        sent.add(request);
        all.put(request.key(), request);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
        if (chance.percent(55)) {
            serve(request, Fate.of(chance));
        } else {
            underWay.add(request);
        }
    }

    public void deliver(Choices chance) {
        if (!underWay.isEmpty()) {
            serve(underWay.remove(chance.below(underWay.size())), Fate.of(chance));
        }
    }

    /** The network, or an impatient thumb, sends it again. */
    public void repeat(Choices chance) {
        if (!sent.isEmpty()) {
            var request = chance.of(sent);
            story.tell(request.about(), () -> "again: " + request.says());
            serve(request, Fate.of(chance));
        }
    }

    /** One that does not need what the waiting transaction has locked. */
    public void deliverToBed(Choices chance) {
        var able =
                underWay.stream()
                        .filter(it -> it.to() == Request.To.BED && !it.takesAllocatorLock())
                        .toList();
        if (!able.isEmpty()) {
            var request = chance.of(able);
            underWay.remove(request);
            serve(request, Fate.DONE);
        }
    }

    public void deliverAll() {
        while (!underWay.isEmpty()) {
            serve(underWay.removeFirst(), Fate.DONE);
        }
    }

    /** Whatever was answered exists: each filing once, each fact on its timeline. */
    public void allExists(Journeys journeys) {
        var filed = new HashSet<String>();
        told.forEach(
                (key, answer) -> {
                    switch (all.get(key).kind()) {
                        case COMMAND -> {}
                        case FILING -> filed.add(answer.resourceId());
                        case FACT -> onTimeline(journeys, all.get(key), answer);
                    }
                });
        for (var transfer : journeys.all()) {
            if (!filed.remove(transfer.about().id().value().toString())) {
                throw new Violated(
                        Invariant.I3,
                        story.named(transfer.about().id().value()),
                        "exists though nobody was told of it");
            }
        }
        if (!filed.isEmpty()) {
            throw new Violated(Invariant.I3, null, "answered 2xx, and gone: " + filed);
        }
    }

    private static void onTimeline(Journeys journeys, Request fact, Done answer) {
        var id = new TransferId(UUID.fromString(answer.resourceId()));
        if (!journeys.timeline(id).contains(fact.key().toString())) {
            throw new Violated(Invariant.I19, fact.about(), fact.says() + " is not recorded");
        }
    }

    private void serve(Request request, Fate fate) {
        try {
            var answer = desks.get(request.to()).serve(request, fate);
            story.tell(request.about(), () -> request.says() + said(answer));
            hear(request, answer);
        } catch (Unheard e) {
            story.tell(request.about(), () -> request.says() + " … no answer: " + e.getMessage());
            underWay.add(request);
        }
    }

    private void hear(Request request, Done answer) {
        var first = told.putIfAbsent(request.key(), answer);
        if (first != null && !first.equals(answer)) {
            throw new Violated(
                    Invariant.I3,
                    request.about(),
                    request.says() + " was answered " + first + " and then " + answer);
        }
        if (request.kind() == Request.Kind.FACT && answer.isRefused()) {
            throw new Violated(
                    Invariant.I19, request.about(), request.says() + " is a fact and was refused");
        }
    }

    private static String said(Done answer) {
        return answer.isRefused() ? " … refused: " + answer.refusal() : "";
    }
}
