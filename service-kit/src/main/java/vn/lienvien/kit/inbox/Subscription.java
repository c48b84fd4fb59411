package vn.lienvien.kit.inbox;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EventTypes;
import vn.lienvien.events.Topic;

/**
 * What a handler reads. Other types are skipped; another version of a known one is parked.
 *
 * @param consumer its name for ever: its Kafka group, and the key of its inbox
 * @param handled the records it knows
 */
public record Subscription(
        String consumer, Set<Topic> topics, Set<Class<? extends ContractEvent>> handled) {

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
