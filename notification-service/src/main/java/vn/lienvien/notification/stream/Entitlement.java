package vn.lienvien.notification.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.events.OrganisationCode;

/**
 * Who may hear of an event: the organisations entitled when it was announced, and those related to
 * the transfer now. A relation that was closed after the event happened beats it (I15).
 */
final class Entitlement {

    private Entitlement() {}

    /** A relation to the event's transfer; {@code until} is null while it lasts. */
    record Tie(OrganisationCode organisation, Instant until) {}

    static boolean admits(Frame frame, OrganisationCode reader, List<Tie> ties) {
        var own = ties.stream().filter(tie -> tie.organisation().equals(reader)).toList();
        if (own.stream().anyMatch(tie -> tie.until() == null)) {
            return true;
        }
        return frame.audience().contains(reader)
                && lastClosed(own).map(closed -> !closed.isAfter(frame.occurredAt())).orElse(true);
    }

    private static Optional<Instant> lastClosed(List<Tie> own) {
        return own.stream().map(Tie::until).max(Instant::compareTo);
    }
}
