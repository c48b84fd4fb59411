package vn.lienvien.kit.tail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lienvien.events.Topic;
import vn.lienvien.kit.kafka.KafkaClients;

/**
 * Follows topics from their end on every replica, for screens. It belongs to no group, commits
 * nothing and has no effect in the database: what must happen once belongs in an event handler.
 */
@ApplicationScoped
public class TopicTail {

    private final KafkaClients kafka;
    private final List<Following> all = new CopyOnWriteArrayList<>();

    TopicTail(KafkaClients kafka) {
        this.kafka = kafka;
    }

    public void follow(TailListener listener, Topic... topics) {
        var following = new Following(kafka, Arrays.asList(topics), listener);
        all.add(following);
        following.start();
    }

    /** Every topic is followed right now: events announced from here on are heard. */
    public boolean following() {
        return all.stream().allMatch(Following::atTheEnd);
    }

    @PreDestroy
    void stop() {
        all.forEach(Following::stop);
    }
}
