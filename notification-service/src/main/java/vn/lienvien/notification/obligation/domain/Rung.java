package vn.lienvien.notification.obligation.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * One step of a ladder: who is told, and when.
 *
 * @param percent of the time between opening and due
 * @param tells the role told; null for whoever must act
 * @param whose people; meaningless when {@code tells} is null
 */
public record Rung(int percent, Role tells, Whose whose) {

    boolean callsAs(Rung other) {
        return tells == other.tells && (tells == null || whose == other.whose);
    }

    Instant at(Instant from, Instant due) {
        return from.plus(Duration.between(from, due).multipliedBy(percent).dividedBy(100));
    }
}
