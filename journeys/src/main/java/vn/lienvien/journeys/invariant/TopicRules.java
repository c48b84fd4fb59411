package vn.lienvien.journeys.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienvien.local.client.Told;

/** What must be true of the topics, read from their beginning. */
final class TopicRules {

    private static final Set<String> OVER =
            Set.of("placement.offer-not-now", "placement.offer-lapsed", "placement.offer-released");

    private TopicRules() {}

    /** I6: seen for the first time, the events of a key come in their order and without a gap. */
    static List<String> inOrder(List<Told> told) {
        var broken = new ArrayList<String>();
        Map<String, Long> last = new HashMap<>();
        for (var event : told) {
            var key = event.topic() + "/" + event.key();
            var before = last.getOrDefault(key, 0L);
            if (event.sequence() == before + 1) {
                last.put(key, event.sequence());
            } else if (event.sequence() > before) {
                broken.add("I6 %s goes from %d to %d".formatted(key, before, event.sequence()));
                last.put(key, event.sequence());
            }
        }
        return broken;
    }

    /** I8: an offer that is over is never confirmed. */
    static List<String> nothingConfirmedAfterItsEnd(List<Told> told) {
        var broken = new ArrayList<String>();
        Set<String> over = new HashSet<>();
        for (var event : told) {
            var offer = event.data().path("offer").path("offerId").asText();
            if (OVER.contains(event.type())) {
                over.add(offer);
            } else if (event.type().equals("placement.slot-confirmed") && over.contains(offer)) {
                broken.add("I8 offer " + offer + " was confirmed after its end");
            }
        }
        return broken;
    }

    /** I14: what only patients and their doctors have is on no topic. */
    static List<String> noIdentity(List<Told> told, Set<String> canaries) {
        var broken = new ArrayList<String>();
        for (var event : told) {
            for (var canary : canaries) {
                if (event.raw().contains(canary)) {
                    broken.add(
                            "I14 %s of %s carries a patient's identity"
                                    .formatted(event.type(), event.key()));
                }
            }
        }
        return broken;
    }
}
