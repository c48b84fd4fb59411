package vn.lienvien.notification.obligation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;

/**
 * All that stands for one subject, and what must be remembered of what came before. In whatever
 * order two sources' events are read, the same duties stand in the end: each source has its own
 * order, and between sources the attempt decides, through {@link Mark}s.
 *
 * @param marks by what and when each was left last
 */
public record CaseFile(List<Standing> standing, Map<Mark, Left> marks) {

    /**
     * @param attempt the highest that left the mark
     * @param at when that was read here
     */
    public record Left(int attempt, Instant at) {}

    /**
     * @param said when it was said, by the clock of whoever says it
     */
    public List<Change> on(Happening happening, Instant said, Policies policies, Instant now) {
        var changes = new ArrayList<Change>();
        var left = new HashMap<Duty, Integer>();
        for (var each : standing) {
            var effect = policies.on(happening, each.duty(), each.attempt());
            effect.flatMap(does -> affect(each, does, happening, policies, now))
                    .ifPresent(changes::add);
            if (effect.isEmpty() || !effect.get().does().ends()) {
                left.put(each.duty(), each.attempt());
                reclassed(each, happening, policies, now).ifPresent(changes::add);
            }
        }
        policies.openedBy(happening, now)
                .forEach(opening -> open(opening, said, left, policies, changes));
        remember(happening, policies).forEach(changes::add);
        return changes;
    }

    /** Only the sender gives a case its class. */
    private static Optional<Change> reclassed(
            Standing each, Happening happening, Policies policies, Instant now) {
        var urgency = happening.urgency();
        if (happening.source() != Source.TRANSFER || urgency == null || urgency == each.urgency()) {
            return Optional.empty();
        }
        var obligation = each.obligation();
        var outcome =
                urgency.isMoreUrgentThan(each.urgency())
                        ? obligation.hasten(
                                policies.ladder(each.duty(), urgency),
                                policies.due(
                                        obligation.opening(),
                                        urgency,
                                        obligation.opening().runsFrom(now)),
                                now)
                        : new Outcome.Unchanged(obligation);
        return Optional.of(new Change.Reclassed(each.id(), urgency, outcome));
    }

    private static Optional<Change> affect(
            Standing each, Effect effect, Happening happening, Policies policies, Instant now) {
        var outcome =
                effect.does().ends()
                        ? each.obligation().end(effect.end(), effect.on(), now)
                        : later(each.obligation(), effect, happening, policies, now);
        return switch (outcome) {
            case Outcome.Changed changed -> Optional.of(new Change.Altered(each.id(), changed));
            case Outcome.Unchanged _, Outcome.Refused _ -> Optional.empty();
        };
    }

    private static Outcome later(
            Obligation obligation,
            Effect effect,
            Happening happening,
            Policies policies,
            Instant now) {
        var until = happening.until();
        if (effect.does() == Does.PAUSES) {
            return obligation.pause(
                    happening.still(effect.pause(), now), happening.since(now), until, now);
        }
        if (until == null) {
            return new Outcome.Unchanged(obligation);
        }
        var due =
                happening.isBehind() ? atMost(until, obligation, happening, policies, now) : until;
        return obligation.postpone(now, due);
    }

    /** What is said of a less urgent class gives no more time than the case's own. */
    private static Instant atMost(
            Instant until,
            Obligation obligation,
            Happening happening,
            Policies policies,
            Instant now) {
        var ours = policies.due(obligation.opening(), happening.urgency(), now);
        return ours.isBefore(until) ? ours : until;
    }

    private void open(
            Opening opening,
            Instant said,
            Map<Duty, Integer> left,
            Policies policies,
            List<Change> changes) {
        var ended = endedBefore(opening, said, policies);
        var again = left.get(opening.duty());
        if (ended.isPresent()) {
            changes.add(new Change.OpenedTooLate(ended.get()));
        } else if (again == null) {
            left.put(opening.duty(), opening.attempt());
            changes.add(new Change.Opened(Obligation.open(opening)));
        } else if (again < opening.attempt()) {
            standing.stream()
                    .filter(each -> each.duty().equals(opening.duty()))
                    .map(each -> new Change.OpenedAgain(each.id(), opening.attempt()))
                    .forEach(changes::add);
        }
    }

    private Optional<Obligation.Ended> endedBefore(
            Opening opening, Instant said, Policies policies) {
        return policies.effects().stream()
                .filter(effect -> effect.does().ends())
                .filter(effect -> marked(effect, opening, said))
                .map(
                        effect ->
                                new Obligation.Ended(
                                        opening, effect.end(), effect.on(), opening.from()))
                .findFirst();
    }

    private boolean marked(Effect effect, Opening opening, Instant said) {
        return marks.entrySet().stream()
                .filter(left -> !isAskedOnceMore(left.getKey(), left.getValue(), said))
                .anyMatch(
                        left ->
                                effect.reached(
                                        left.getKey(),
                                        left.getValue().attempt(),
                                        opening.duty(),
                                        opening.attempt()));
    }

    /**
     * An organisation may be asked again in the same attempt, as a team by a second red alert: what
     * is said after its answer had been read here is not what it answered.
     */
    private static boolean isAskedOnceMore(Mark mark, Left left, Instant said) {
        return mark.scope() == Scope.ORGANISATION && said.isAfter(left.at());
    }

    private boolean isLeftAlready(Mark mark, int attempt) {
        var left = marks.get(mark);
        int once = mark.scope() == Scope.ORGANISATION ? attempt + 1 : attempt;
        return left != null && left.attempt() >= once;
    }

    private Stream<Change> remember(Happening happening, Policies policies) {
        return policies.marksLeftBy(happening)
                .filter(mark -> !isLeftAlready(mark, happening.attempt()))
                .map(mark -> new Change.Remembered(mark, happening.attempt()));
    }
}
