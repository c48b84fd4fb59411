package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.transfer.journey.domain.BrokenBecause;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * A glass that was broken: what one person may read of one transfer without a part in it.
 *
 * @param organisation acted for, without which it opens nothing
 * @param role in which it was broken
 */
public record Opening(
        UUID id,
        TransferId transfer,
        String user,
        String organisation,
        String role,
        BrokenBecause because,
        Instant from,
        Instant until) {}
