package vn.lienvien.notification.obligation.domain;

import java.util.Set;

/**
 * Which ladder holds where; the closest fit wins.
 *
 * @param kind null for every kind
 * @param urgencies empty for every class
 * @param organisation null for every organisation
 */
public record LadderRule(Ladder ladder, Kind kind, Set<Urgency> urgencies, String organisation) {

    boolean fits(Duty duty, Urgency urgency) {
        return (kind == null || kind == duty.kind())
                && (urgencies.isEmpty() || urgencies.contains(urgency))
                && (organisation == null || organisation.equals(duty.organisation()));
    }

    /** An organisation's own ladder beats a kind's, which beats a class's. */
    int closeness() {
        return (organisation == null ? 0 : 4)
                + (kind == null ? 0 : 2)
                + (urgencies.isEmpty() ? 0 : 1);
    }
}
