package vn.lienvien.notification.channel.outbound;

import java.util.Locale;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;

/** A call was not made, or got no answer. */
public final class CallFailed extends Exception {

    /** Why, as a code. */
    public enum Reason {
        /** Host, scheme or address is not allowed: it never will be by trying again. */
        NOT_ALLOWED,
        UNKNOWN_HOST,
        UNREACHABLE,
        TIME_OUT,
        /** Something answered that does not speak HTTP. */
        NOT_HTTP;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    CallFailed(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public Outcome outcome(Fault fault) {
        return reason == Reason.NOT_ALLOWED
                ? Outcome.failed(reason.code(), fault)
                : Outcome.deferred(reason.code(), fault);
    }
}
