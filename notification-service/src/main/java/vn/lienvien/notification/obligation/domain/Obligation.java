package vn.lienvien.notification.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
     * @param snoozes how often quiet was asked for on this clock
     */
    record Open(Opening opening, int step, Instant next, int snoozes) implements Obligation {

        /** The percentage of the last rung that was told; less than any when none was. */
        private int reached() {
            return step == 0 ? -1 : opening.ladder().rung(step - 1).percent();
        }
    }

    /** The last rung was told; stays before everybody's eyes until somebody answers. */
    record Alarming(Opening opening, Instant since) implements Obligation {}

    /**
     * @param by the name of the event that ended it, or {@code person}
     */
    record Ended(Opening opening, End end, String by, Instant at) implements Obligation {}

    /**
     * Opens it; whoever stands at the ladder's foot is told at once, unless it begins in silence.
     */
    static Outcome.Changed open(Opening opening) {
        return open(opening, opening.from());
    }

    private static Outcome.Changed open(Opening opening, Instant now) {
        return opening.ladder().rung(0).percent() > 0
                ? Outcome.changed(started(opening, 0))
                : tell(new Open(opening, 0, now, 0), Because.TIME, now);
    }

    /** The time of the next rung may have come. */
    default Outcome climb(Instant now) {
        return switch (this) {
            case Open open when now.isBefore(open.next()) -> new Outcome.Unchanged(this);
            case Open open -> tell(open, Because.TIME, now);
            case Alarming _, Ended _ -> new Outcome.Unchanged(this);
        };
    }

    /** Whoever was told last is a gap in the roster: nobody is waited for. */
    default Outcome nobodyThere(Instant now) {
        return switch (this) {
            case Open open -> tell(open, Because.GAP, now);
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

    /**
     * The clock runs anew until then, and so does the ladder; the first call is not repeated. Less
     * time than there was takes back no rung: nobody need know of it yet. Nor does any time end an
     * alarm that was not one of time, for nobody was there.
     */
    default Outcome postpone(Instant from, Instant due) {
        var opening = opening().until(from, due);
        return switch (this) {
            case Open open when runsAt(from) && !due.isAfter(opening().due()) ->
                    Outcome.changed(started(opening, open.step(), open.snoozes()));
            case Alarming(var before, var since) when from.isBefore(before.due()) ->
                    Outcome.changed(new Alarming(opening, since));
            case Open _, Alarming _ -> Outcome.changed(anew(opening));
            case Ended _ -> new Outcome.Unchanged(this);
        };
    }

    private boolean runsAt(Instant then) {
        return opening().runsFrom(then).equals(then);
    }

    /**
     * The clock stands still and then goes on: what had passed of it has passed, and no rung is
     * told meanwhile. Pausing again moves the pause, and is none beside the first. An alarm was
     * past its clock; for it the clock runs anew after the pause.
     *
     * @param most for how long
     * @param since when it began to stand still
     * @param until the end that the clock has elsewhere, or null. It contains what was left there,
     *     maybe of a less urgent class: it makes the pause shorter, never longer
     */
    default Outcome pause(Duration most, Instant since, Instant until, Instant now) {
        return switch (this) {
            case Open _ when until != null && until.isBefore(opening().due()) ->
                    Outcome.changed(anew(endingAt(until, now)));
            case Open open -> {
                var running = opening().runsFrom(since);
                var resumes = since.plus(most);
                if (until != null) {
                    var added = Duration.between(opening().due(), until);
                    resumes = earlier(resumes, running.plus(added));
                }
                yield Outcome.changed(later(open, Duration.between(running, resumes), resumes));
            }
            case Alarming _ -> {
                var over = since.plus(most).isAfter(now) ? since.plus(most) : now;
                var resumes = until == null ? over : earlier(over, until);
                var due = resumes.plus(Duration.between(opening().from(), opening().due()));
                var soonest = until == null ? due : earlier(due, until);
                yield Outcome.changed(anew(opening().until(resumes, soonest, resumes)));
            }
            case Ended _ -> new Outcome.Unchanged(this);
        };
    }

    /**
     * The case became more urgent: whoever stands at the foot of its new ladder is told anew, and
     * has no more time than there was; so is, at once, everybody else the ladder had come to. A
     * clock that stands still goes on standing, and so does an alarm.
     *
     * @param due by the time to answer of the new class, from when the clock runs
     */
    default Outcome hasten(Ladder ladder, Instant due, Instant now) {
        var from = opening().runsFrom(now);
        var was = opening().due();
        var soonest = from.isBefore(was) && was.isBefore(due) ? was : due;
        var hastened = opening().by(ladder).until(from, soonest, opening().resumes());
        return switch (this) {
            case Open open -> {
                var anew = open(hastened, now);
                var told = new ArrayList<>(anew.events());
                told.addAll(again(ladder, ladder.afterFoot(), open.reached()));
                yield new Outcome.Changed(anew.now(), List.copyOf(told));
            }
            case Alarming(_, var since) ->
                    new Outcome.Changed(
                            new Alarming(hastened, since), again(ladder, 0, Integer.MAX_VALUE));
            case Ended _ -> new Outcome.Unchanged(this);
        };
    }

    /** Everybody from that step on and within that share of the time, once. */
    private static List<ObligationEvent> again(Ladder ladder, int from, int percent) {
        return ladder.firstCalls(percent)
                .filter(step -> step >= from)
                .<ObligationEvent>mapToObj(
                        step -> new ObligationEvent.Told(step, ladder.rung(step), Because.TIME))
                .toList();
    }

    /**
     * No rung is told until then; U0 and U1 are never quiet past their time.
     *
     * @param most how often on one clock
     */
    default Outcome snooze(Duration quiet, boolean urgent, int most, Instant now) {
        var until = now.plus(quiet);
        return switch (this) {
            case Open open when open.snoozes() >= most ->
                    new Outcome.Refused(Refusal.SNOOZED_TOO_OFTEN);
            case Open _ when urgent && until.isAfter(opening().due()) ->
                    new Outcome.Refused(Refusal.SNOOZE_PAST_DUE);
            case Open open -> {
                var next = until.isAfter(open.next()) ? until : open.next();
                yield Outcome.changed(
                        new Open(opening(), open.step(), next, open.snoozes() + 1),
                        new ObligationEvent.Snoozed(until));
            }
            case Alarming _ -> new Outcome.Refused(Refusal.ALARM_STANDS);
            case Ended _ -> new Outcome.Refused(Refusal.OBLIGATION_ENDED);
        };
    }

    /**
     * A colleague has it now. In time, the ladder begins anew with what is left of the time; what
     * is late stays late, and an alarm stands: giving away an answer is not one.
     */
    default Outcome handOn(Instant now) {
        return switch (this) {
            case Open _ when now.isBefore(opening().due()) ->
                    Outcome.changed(
                            anew(endingAt(opening().due(), now)), new ObligationEvent.HandedOn());
            case Open _, Alarming _ -> Outcome.changed(this, new ObligationEvent.HandedOn());
            case Ended _ -> new Outcome.Refused(Refusal.OBLIGATION_ENDED);
        };
    }

    /** Tells the next rung, and those of the same time with it. */
    private static Outcome.Changed tell(Open open, Because because, Instant now) {
        var ladder = open.opening().ladder();
        var told = new ArrayList<ObligationEvent>();
        var step = open.step();
        while (!ladder.endsWith(step)) {
            told.add(new ObligationEvent.Told(step, ladder.rung(step), because));
            step++;
            if (ladder.rung(step).percent() != ladder.rung(step - 1).percent()) {
                return new Outcome.Changed(
                        started(open.opening(), step, open.snoozes()), List.copyOf(told));
            }
        }
        told.add(new ObligationEvent.AlarmStands(step, ladder.rung(step), because));
        return new Outcome.Changed(new Alarming(open.opening(), now), List.copyOf(told));
    }

    /** Whatever stands still goes on doing so, and no longer than to that end. */
    private Opening endingAt(Instant due, Instant now) {
        var opening = opening();
        return opening.until(earlier(opening.runsFrom(now), due), due, opening.resumes());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Open later(Open open, Duration still, Instant resumes) {
        return started(open.opening().after(still, resumes), open.step(), open.snoozes());
    }

    /** Whoever is at the foot of the ladder knows of it already. */
    private static Open anew(Opening opening) {
        return started(opening, opening.ladder().afterFoot());
    }

    private static Open started(Opening opening, int step) {
        return started(opening, step, 0);
    }

    private static Open started(Opening opening, int step, int snoozes) {
        return new Open(
                opening, step, opening.ladder().at(step, opening.from(), opening.due()), snoozes);
    }

    /** What a command did. That somebody knows is a fact, and never refused. */
    sealed interface Outcome {

        record Changed(Obligation now, List<ObligationEvent> events) implements Outcome {}

        /** It was so already, or ended before. */
        record Unchanged(Obligation same) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        static Changed changed(Obligation now, ObligationEvent... events) {
            return new Changed(now, List.of(events));
        }
    }
}
