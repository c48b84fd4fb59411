package vn.lienvien.notification.obligation.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is set about who must know what, by when, and what closes it.
 *
 * @param authorities the authority over each organisation
 */
public record Policies(
        List<Policy> openings,
        List<Effect> effects,
        List<LadderRule> ladders,
        Map<String, String> authorities) {

    public Policies {
        openings = List.copyOf(openings);
        effects = List.copyOf(effects);
        ladders = List.copyOf(ladders);
        authorities = Map.copyOf(authorities);
    }

    /** False for most events, which then cost nothing. */
    public boolean concern(Happening happening) {
        return happening.names().contains(Happening.URGENCY)
                || openings.stream().anyMatch(policy -> policy.holdsFor(happening))
                || effects.stream().anyMatch(effect -> happening.names().contains(effect.on()));
    }

    Stream<Opening> openedBy(Happening happening, Instant now) {
        return openings.stream()
                .filter(policy -> policy.holdsFor(happening))
                .map(policy -> opening(policy, happening, now));
    }

    /**
     * The first effect wins, so that the table's order settles what is both closed and overtaken.
     */
    Optional<Effect> on(Happening happening, Duty duty, int attempt) {
        return effects.stream()
                .filter(effect -> effect.reaches(happening, duty, attempt))
                .findFirst();
    }

    /** Empty for whoever has none above it here. */
    public Optional<String> authorityOver(String organisation) {
        return Optional.ofNullable(authorities.get(organisation));
    }

    /** What must be remembered for openings of another source that may still come. */
    Stream<Mark> marksLeftBy(Happening happening) {
        return effects.stream()
                .filter(effect -> happening.names().contains(effect.on()))
                .filter(this::mayComeFirst)
                .map(effect -> Mark.of(effect, happening))
                .distinct();
    }

    private boolean mayComeFirst(Effect effect) {
        return openings.stream()
                .anyMatch(
                        policy ->
                                policy.kind() == effect.kind()
                                        && effect.crosses(Source.of(policy.on())));
    }

    private Opening opening(Policy policy, Happening happening, Instant now) {
        var duty = policy.duty(happening);
        return new Opening(
                duty,
                happening.attempt(),
                policy.on(),
                now,
                policy.due(happening, now),
                ladder(duty, happening.clock()));
    }

    /** By when, in another class, from then on; what names no time for it keeps its own. */
    Instant due(Opening opening, Urgency urgency, Instant from) {
        return openings.stream()
                .filter(policy -> policy.opens(opening))
                .flatMap(policy -> Stream.ofNullable(policy.dueAfter().get(urgency)))
                .findFirst()
                .map(from::plus)
                .orElse(opening.due());
    }

    Ladder ladder(Duty duty, Urgency urgency) {
        return ladders.stream()
                .filter(rule -> rule.fits(duty, urgency))
                .max(Comparator.comparingInt(LadderRule::closeness))
                .map(LadderRule::ladder)
                .orElseThrow(() -> new IllegalStateException("no ladder for " + duty.kind()));
    }

    /**
     * The ladder an obligation was opened with or, when policies no longer name it, the one for
     * now.
     */
    public Ladder ladder(String name, Duty duty, Urgency urgency) {
        return ladders.stream()
                .map(LadderRule::ladder)
                .filter(ladder -> ladder.name().equals(name))
                .findFirst()
                .orElseGet(() -> ladder(duty, urgency == null ? Urgency.U2 : urgency));
    }
}
