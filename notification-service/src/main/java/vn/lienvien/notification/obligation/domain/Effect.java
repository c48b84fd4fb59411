package vn.lienvien.notification.obligation.domain;

import java.time.Duration;

/**
 * What closes what: an event of this name does this to obligations of this kind.
 *
 * <p>Events of two sources come in any order, so their order cannot decide. There the attempt does:
 * an event reaches every obligation of its own or an earlier attempt, whichever is read first.
 *
 * @param pause for how long the clock stands still where the event does not say; shorter where it
 *     names an earlier end
 */
public record Effect(Kind kind, String on, Scope scope, Does does, Duration pause) {

    public Effect {
        if ((does == Does.PAUSES) != (pause != null)) {
            throw new IllegalArgumentException("only what pauses says for how long: " + on);
        }
    }

    Source source() {
        return Source.of(on);
    }

    boolean crosses(Source other) {
        return source() != other;
    }

    boolean reaches(Happening happening, Duty duty, int attempt) {
        return duty.kind() == kind
                && happening.names().contains(on)
                && inScope(duty, Mark.of(this, happening))
                && inTime(happening.attempt(), duty, attempt);
    }

    /** As {@link #reaches}, for something that happened before and left its mark. */
    boolean reached(Mark mark, int markedAttempt, Duty duty, int attempt) {
        return duty.kind() == kind
                && mark.on().equals(on)
                && mark.scope() == scope
                && crosses(duty.source())
                && inScope(duty, mark)
                && inTime(markedAttempt, duty, attempt);
    }

    private boolean inScope(Duty duty, Mark mark) {
        return switch (scope) {
            case OFFER -> duty.offer() != null && mark.key().equals(duty.offer().toString());
            case OFFER_OF_ORGANISATION ->
                    mark.key().equals(duty.offer() + " " + duty.organisation());
            case ORGANISATION -> mark.key().equals(duty.organisation());
            case SOURCE -> mark.key().equals(duty.source().name());
            case SUBJECT, EARLIER_ATTEMPTS -> true;
        };
    }

    private boolean inTime(int happened, Duty duty, int attempt) {
        return switch (scope) {
            case EARLIER_ATTEMPTS -> attempt < happened;
            case OFFER, OFFER_OF_ORGANISATION, ORGANISATION, SOURCE, SUBJECT ->
                    !crosses(duty.source()) || attempt <= happened;
        };
    }

    End end() {
        return does == Does.CLOSES ? End.CLOSED_BY_EVENT : End.OVERTAKEN;
    }
}
