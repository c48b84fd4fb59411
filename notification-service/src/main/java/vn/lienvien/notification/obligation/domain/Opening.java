package vn.lienvien.notification.obligation.domain;

import java.time.Instant;

/**
 * A duty that came into being.
 *
 * @param attempt of the search it belongs to
 * @param on the name of what happened
 * @param from when its clock started, in database time however late the event came
 */
public record Opening(Duty duty, int attempt, String on, Instant from, Instant due, Ladder ladder) {

    Opening until(Instant newFrom, Instant newDue) {
        return new Opening(duty, attempt, on, newFrom, newDue, ladder);
    }
}
