package vn.lienvien.notification.obligation.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A duty that came into being.
 *
 * @param attempt of the search it belongs to
 * @param on the name of what happened
 * @param from when its clock started, in database time however late the event came
 * @param resumes until when it stands still, or null
 */
public record Opening(
        Duty duty,
        int attempt,
        String on,
        Instant from,
        Instant due,
        Ladder ladder,
        Instant resumes) {

    Opening(Duty duty, int attempt, String on, Instant from, Instant due, Ladder ladder) {
        this(duty, attempt, on, from, due, ladder, null);
    }

    Opening until(Instant newFrom, Instant newDue) {
        return until(newFrom, newDue, null);
    }

    Opening until(Instant newFrom, Instant newDue, Instant resumed) {
        return new Opening(duty, attempt, on, newFrom, newDue, ladder, resumed);
    }

    /** When its clock runs next: then, or once it no longer stands still. */
    Instant runsFrom(Instant then) {
        return resumes != null && resumes.isAfter(then) ? resumes : then;
    }

    /** All of its times come so much later. */
    Opening after(Duration still, Instant resumed) {
        return new Opening(duty, attempt, on, from.plus(still), due.plus(still), ladder, resumed);
    }

    Opening by(Ladder other) {
        return new Opening(duty, attempt, on, from, due, other);
    }
}
