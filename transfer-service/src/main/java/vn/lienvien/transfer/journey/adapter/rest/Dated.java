package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;

/** What every command may say beside itself: why, and when it was decided. */
interface Dated {

    String reason();

    Instant occurredAt();
}
