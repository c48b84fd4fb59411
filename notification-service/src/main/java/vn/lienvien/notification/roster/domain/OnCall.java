package vn.lienvien.notification.roster.domain;

import java.util.List;

/**
 * A member of staff as a roster names one. Contact data of staff: never in events or logs.
 *
 * @param phones E.164, the first to be called first
 * @param user as in tokens; null when the roster does not say
 */
public record OnCall(String name, List<String> phones, String user) {

    public OnCall {
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "OnCall[…]";
    }
}
