package vn.lienvien.events;

import java.util.UUID;

/** What something is about: a transfer or, where there is none, a unit. Exactly one is set. */
public record About(UUID transferId, UnitCode unit) {

    public About {
        if ((transferId == null) == (unit == null)) {
            throw new IllegalArgumentException("something is about a transfer or about a unit");
        }
    }

    /** The record key of what is said about it. */
    String key() {
        return transferId != null ? transferId.toString() : unit.value();
    }
}
