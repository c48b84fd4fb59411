package vn.lienvien.notification.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When something happens, somebody must know, by then.
 *
 * @param on the name of what happens
 * @param organisation for which alone it holds, or null for all
 * @param dueAfter time to answer by class; a class that is missing needs nobody
 */
public record Policy(
        String on,
        Kind kind,
        Role role,
        Whose whose,
        String organisation,
        Map<Urgency, Duration> dueAfter) {

    boolean holdsFor(Happening happening) {
        var answering = happening.organisation(whose);
        return happening.names().contains(on)
                && answering != null
                && (organisation == null || organisation.equals(answering))
                && dueAfter.containsKey(happening.clock());
    }

    boolean opens(Opening opening) {
        var duty = opening.duty();
        return on.equals(opening.on())
                && kind == duty.kind()
                && role == duty.role()
                && (organisation == null || organisation.equals(duty.organisation()));
    }

    Duty duty(Happening happening) {
        return new Duty(
                kind, role, happening.organisation(whose), happening.source(), happening.offer());
    }

    /**
     * The time the event names wins: a hold lapses when it says, not when a policy says; but a time
     * of another class is no longer than the case's own.
     */
    Instant due(Happening happening, Instant now) {
        var named = happening.until();
        var ours = now.plus(dueAfter.get(happening.clock()));
        return named == null || (happening.isBehind() && ours.isBefore(named)) ? ours : named;
    }
}
