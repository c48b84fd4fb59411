package vn.lienvien.notification.obligation.domain;

import java.time.Instant;

/** What an obligation's change means to the outside. */
public sealed interface ObligationEvent {

    /** A rung was reached; step 0 is the first call. */
    record Told(int step, Rung rung, Because because) implements ObligationEvent {}

    /** The last rung was reached. */
    record AlarmStands(int step, Rung rung, Because because) implements ObligationEvent {}

    record Snoozed(Instant until) implements ObligationEvent {}

    record HandedOn() implements ObligationEvent {}

    record HasEnded(End end) implements ObligationEvent {}
}
