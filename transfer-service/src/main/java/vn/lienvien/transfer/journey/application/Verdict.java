package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.transfer.journey.domain.JudgedBecause;

/**
 * Whether it was right that a glass was broken, as somebody says who must ask. An organisation's
 * last word counts; none is ever edited.
 */
public record Verdict(
        UUID id,
        UUID opening,
        String user,
        String organisation,
        String role,
        JudgedBecause because,
        Instant at) {}
