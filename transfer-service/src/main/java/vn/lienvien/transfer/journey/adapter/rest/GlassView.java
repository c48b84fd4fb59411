package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.transfer.journey.application.Opening;
import vn.lienvien.transfer.journey.domain.BrokenBecause;

/** What is open to whoever asked, and until when. */
record GlassView(
        UUID openingId, UUID transferId, BrokenBecause because, Instant from, Instant until) {

    static GlassView of(Opening opening) {
        return new GlassView(
                opening.id(),
                opening.transfer().value(),
                opening.because(),
                opening.from(),
                opening.until());
    }
}
