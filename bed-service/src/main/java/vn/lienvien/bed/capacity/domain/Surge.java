package vn.lienvien.bed.capacity.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * More patients than usual, declared by people, until people end it. While it lasts units report
 * every hour and older numbers count for less.
 *
 * @param province null when declared everywhere
 * @param ended null while it lasts
 */
public record Surge(UUID id, Province province, Step declared, Step ended) {

    /** Who did it for which organisation, when and why. */
    public record Step(String by, String organisation, Instant at, String reason) {}

    public boolean lasts() {
        return ended == null;
    }

    public Surge end(Step step) {
        return lasts() ? new Surge(id, province, declared, step) : this;
    }
}
