package vn.lienvien.notification.obligation.domain;

/**
 * An obligation that has not ended.
 *
 * @param attempt the latest it was opened for; a repeated opening raises it
 * @param urgency null when about a unit
 */
public record Standing(ObligationId id, Obligation obligation, int attempt, Urgency urgency) {

    Duty duty() {
        return obligation.opening().duty();
    }
}
