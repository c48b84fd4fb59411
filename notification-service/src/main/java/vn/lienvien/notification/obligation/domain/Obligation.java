package vn.lienvien.notification.obligation.domain;

import java.time.Instant;
import java.util.List;

/**
 * Somebody must know: open → standing alarm, when the last rung was told and nobody answered →
 * ended. It is never merely sent: only an event, a person, or a turn of the case ends it (I10).
 */
public sealed interface Obligation {

    Opening opening();

    /**
     * @param step the next rung of the ladder
     * @param next when it is told
     */
    record Open(Opening opening, int step, Instant next) implements Obligation {}

    /** The last rung was told; stays before everybody's eyes until somebody answers. */
    record Alarming(Opening opening, Instant since) implements Obligation {}

    /**
     * @param by the name of the event that ended it, or {@code person}
     */
    record Ended(Opening opening, End end, String by, Instant at) implements Obligation {}

    /** Opens it; whoever must act is told at once unless its ladder begins in silence. */
    static Outcome.Changed open(Opening opening) {
        var first = opening.ladder().rung(0);
        return first.percent() > 0
                ? Outcome.changed(started(opening, 0))
                : Outcome.changed(started(opening, 1), new ObligationEvent.Told(0, first));
    }

    /** The time of the next rung may have come. */
    default Outcome climb(Instant now) {
        return switch (this) {
            case Open open when now.isBefore(open.next()) -> new Outcome.Unchanged(this);
            case Open open when opening().ladder().endsWith(open.step()) ->
                    Outcome.changed(
                            new Alarming(opening(), now),
                            new ObligationEvent.AlarmStands(open.step(), rung(open)));
            case Open open ->
                    Outcome.changed(
                            started(opening(), open.step() + 1),
                            new ObligationEvent.Told(open.step(), rung(open)));
            case Alarming _, Ended _ -> new Outcome.Unchanged(this);
        };
    }

    /** Ended by an event, or by a person who knows now. */
    default Outcome end(End end, String by, Instant now) {
        return switch (this) {
            case Open _, Alarming _ ->
                    Outcome.changed(
                            new Ended(opening(), end, by, now), new ObligationEvent.HasEnded(end));
            case Ended _ -> new Outcome.Unchanged(this);
        };
    }

    /** The clock runs anew until then, and so does the ladder; the first call is not repeated. */
    default Outcome postpone(Instant from, Instant due) {
        return switch (this) {
            case Open _, Alarming _ -> Outcome.changed(started(opening().until(from, due), 1));
            case Ended _ -> new Outcome.Unchanged(this);
        };
    }

    private static Open started(Opening opening, int step) {
        return new Open(opening, step, opening.ladder().at(step, opening.from(), opening.due()));
    }

    private static Rung rung(Open open) {
        return open.opening().ladder().rung(open.step());
    }

    /** What a command did. Nothing is refused: that somebody knows is a fact. */
    sealed interface Outcome {

        record Changed(Obligation now, List<ObligationEvent> events) implements Outcome {}

        /** It was so already, or ended before. */
        record Unchanged(Obligation same) implements Outcome {}

        static Changed changed(Obligation now, ObligationEvent... events) {
            return new Changed(now, List.of(events));
        }
    }
}
