package vn.lienvien.notification.obligation.domain;

import java.util.Locale;

/** Who said that something happened. Only what one source says of one subject has an order. */
public enum Source {
    TRANSFER,
    PLACEMENT,
    CAPACITY,
    /** This service itself, of its own parked keys. */
    SERVICE;

    /** The source of a name such as {@code placement.slot-held}. */
    public static Source of(String name) {
        return valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT));
    }
}
