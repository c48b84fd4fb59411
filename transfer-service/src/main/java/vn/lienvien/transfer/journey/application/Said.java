package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Transfer;

/**
 * Who said it, for whom, why and when: what the timeline keeps beside a change.
 *
 * @param actor user, or the service for what it does itself
 * @param reason as typed or coded; it stays on the timeline and goes into no event and no log
 * @param occurredAt null means just now
 */
public record Said(
        String actor, String role, String organisation, String reason, Instant occurredAt) {

    private static final String SERVICE = "bed-service";

    /**
     * What another service announced.
     *
     * @param organisation whose people answered; null when bed-service went on by itself
     * @param reason as a code, or null
     */
    public static Said byBedService(String organisation, String reason, Instant occurredAt) {
        return new Said(SERVICE, null, organisation, reason, occurredAt);
    }

    public Said because(String other) {
        return new Said(actor, role, organisation, other, occurredAt);
    }

    /** As the others are told: by the clock of the database, as the domain takes it. */
    public Instant occurredBy(Instant now) {
        return Transfer.counted(occurredAt(now), now);
    }

    Instant occurredAt(Instant now) {
        return occurredAt == null ? now : occurredAt;
    }
}
