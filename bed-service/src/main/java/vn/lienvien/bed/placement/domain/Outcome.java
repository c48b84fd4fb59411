package vn.lienvien.bed.placement.domain;

import java.util.List;

/**
 * The answer to a decision. Changed is published, Unchanged is a repeat of what is already so (the
 * caller sees success, nothing is published), Refused changed nothing. A fact is never Refused.
 */
public sealed interface Outcome<S> {

    record Changed<S>(S now, List<Happened> events) implements Outcome<S> {
        public Changed {
            events = List.copyOf(events);
        }
    }

    record Unchanged<S>(S same) implements Outcome<S> {}

    record Refused<S>(Refusal why) implements Outcome<S> {}

    static <S> Outcome<S> changed(S now, Happened... events) {
        return new Changed<>(now, List.of(events));
    }

    static <S> Outcome<S> unchanged(S same) {
        return new Unchanged<>(same);
    }

    static <S> Outcome<S> refused(Refusal why) {
        return new Refused<>(why);
    }
}
