package vn.lienvien.notification.obligation.domain;

import java.util.UUID;

/** What an obligation is about: a transfer or, where there is none, a unit. */
public record Subject(UUID transfer, String unit) {

    public static Subject transfer(UUID id) {
        return new Subject(id, null);
    }

    public static Subject unit(String code) {
        return new Subject(null, code);
    }

    public String key() {
        return transfer != null ? transfer.toString() : unit;
    }
}
