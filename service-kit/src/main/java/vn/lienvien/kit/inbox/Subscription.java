package vn.lienvien.kit.inbox;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventTypes;
import vn.lienvien.events.Topic;

/**
 * What a handler reads: topics, the consumer's name for ever, and the records it knows. Other types
 * are skipped; another version of a known one is parked.
 */
public record Subscription(
        Set<Topic> topics, String consumer, Set<Class<? extends ContractEvent>> handled) {

    public Subscription {
        topics = Set.copyOf(topics);
        handled = Set.copyOf(handled);
    }

    public static Named to(Topic... topics) {
        return consumer -> new Subscription(Set.of(topics), consumer, Set.of());
    }

    /** A subscription that still wants its name. */
    @FunctionalInterface
    public interface Named {
        /** The consumer's name: its Kafka group, and the key of its inbox; never change it. */
        Subscription as(String consumer);
    }

    @SafeVarargs
    public final Subscription handling(Class<? extends ContractEvent>... records) {
        Set<Class<? extends ContractEvent>> known = new HashSet<>();
        for (Class<? extends ContractEvent> each : records) {
            known.add(each);
        }
        return new Subscription(topics, consumer, known);
    }

    /** The record for a type it handles, or null. */
    Class<? extends ContractEvent> recordFor(String type) {
        Class<? extends ContractEvent> known = EventTypes.recordFor(type);
        return known != null && handled.contains(known) ? known : null;
    }

    /** The type is one it handles, in whatever version. */
    boolean knowsName(String type) {
        return handled.stream()
                .map(EventTypes::nameOf)
                .anyMatch(name -> type.matches(Pattern.quote(name) + "\\.v\\d+"));
    }

    Set<String> topicNames() {
        return topics.stream().map(Topic::topicName).collect(Collectors.toUnmodifiableSet());
    }
}
