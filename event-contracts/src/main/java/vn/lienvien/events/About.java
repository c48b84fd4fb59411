package vn.lienvien.events;

import java.util.UUID;

/** What an obligation is about: a transfer or, where there is none, a unit. Exactly one is set. */
public record About(UUID transferId, UnitCode unit) {

    public About {
        if ((transferId == null) == (unit == null)) {
            throw new IllegalArgumentException("an obligation is about a transfer or about a unit");
        }
    }
}
