package vn.lienvien.notification.roster;

import java.util.List;

/**
 * Somebody on duty, and how to reach them. Contact data of staff: never in events or logs.
 *
 * @param phones E.164, the first to be called first
 * @param user as in tokens; null when the roster does not say
 */
public record Reachable(String name, List<String> phones, String user) {

    public Reachable {
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "Reachable[…]";
    }
}
