package vn.lienvien.notification.obligation.domain;

import vn.lienvien.notification.obligation.domain.Obligation.Outcome;

/** What an event did to the obligations of its subject. */
public sealed interface Change {

    record Opened(Outcome.Changed opened) implements Change {}

    /** Opened by an event older than what ended it: kept on record, and nobody is disturbed. */
    record OpenedTooLate(Obligation.Ended ended) implements Change {}

    /** The same duty again, maybe for a later attempt. */
    record OpenedAgain(ObligationId id, int attempt) implements Change {}

    record Altered(ObligationId id, Outcome.Changed altered) implements Change {}

    /**
     * The case has another class.
     *
     * @param hastened what that did; unchanged when it became less urgent
     */
    record Reclassed(ObligationId id, Urgency urgency, Outcome hastened) implements Change {}

    record Remembered(Mark mark, int attempt) implements Change {}
}
