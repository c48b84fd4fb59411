package vn.lienvien.simulation.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.kit.inbox.Subscription;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bus.Effect;
import vn.lienvien.simulation.bus.OutboxRow;
import vn.lienvien.simulation.bus.Published;
import vn.lienvien.simulation.bus.Stream;
import vn.lienvien.simulation.bus.VirtualOutbox;
import vn.lienvien.simulation.kernel.Story;

/** I4, I5 and I6: every event reaches Kafka in order, and has its effect once, in order. */
final class Delivery {

    private final Story story;
    private final List<VirtualOutbox> outboxes;
    private final List<Subscription> subscriptions;
    private final Map<Stream, Long> highest = new HashMap<>();
    private final Set<UUID> reached = new HashSet<>();
    private final Map<String, Set<UUID>> effects = new HashMap<>();
    private final Map<Of, Long> last = new HashMap<>();

    private record Of(String consumer, Stream stream) {}

    Delivery(Story story, List<VirtualOutbox> outboxes, List<Subscription> subscriptions) {
        this.story = story;
        this.outboxes = outboxes;
        this.subscriptions = subscriptions;
    }

    void reached(Published published) {
        reached.add(published.event().id());
        long before = highest.getOrDefault(published.stream(), 0L);
        if (published.sequence() > before + 1) {
            throw new Violated(
                    Invariant.I6,
                    story.named(published.stream().key()),
                    published + " reached Kafka before #" + (before + 1));
        }
        highest.put(published.stream(), Math.max(before, published.sequence()));
    }

    void took(List<Effect> some) {
        for (var effect : some) {
            var of = effect.of();
            if (!effects.computeIfAbsent(effect.consumer(), _ -> new HashSet<>())
                    .add(of.event().id())) {
                throw new Violated(
                        Invariant.I5,
                        story.named(of.stream().key()),
                        of + " had its effect twice on " + effect.consumer());
            }
            var key = new Of(effect.consumer(), of.stream());
            var before = last.put(key, of.sequence());
            if (before != null && of.sequence() < before) {
                throw new Violated(
                        Invariant.I6,
                        story.named(of.stream().key()),
                        of + " was applied after #" + before + " by " + effect.consumer());
            }
        }
    }

    void complete() {
        for (var outbox : outboxes) {
            for (var row : outbox.rows()) {
                var record = row.record();
                if (!reached.contains(record.event().id())) {
                    throw new Violated(
                            Invariant.I4,
                            story.named(record.stream().key()),
                            record + " never reached Kafka");
                }
                subscriptions.forEach(it -> hadEffect(it, row));
            }
        }
    }

    private void hadEffect(Subscription subscription, OutboxRow row) {
        var record = row.record();
        if (subscription.topics().contains(record.stream().topic())
                && subscription.handled().contains(record.event().data().getClass())
                && !effects.getOrDefault(subscription.consumer(), Set.of())
                        .contains(record.event().id())) {
            throw new Violated(
                    Invariant.I5,
                    story.named(record.stream().key()),
                    record + " had no effect on " + subscription.consumer());
        }
    }
}
