package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;

/** What every command may say beside itself: why, and when it was decided. */
interface Dated {

    Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    String reason();

    Instant occurredAt();

    /** No clock is so wrong; the database could not hold what lies outside. */
    static Instant storable(Instant said) {
        if (said == null) {
            return null;
        }
        if (said.isBefore(FIRST)) {
            return FIRST;
        }
        return said.isAfter(LAST) ? LAST : said;
    }
}
