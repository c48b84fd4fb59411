package vn.lienvien.notification.channel.outbound;

import java.time.Duration;
import vn.lienvien.notification.channel.Outcome;
import vn.lienvien.notification.channel.Outcome.Fault;

/**
 * What a server said.
 *
 * @param retryAfter zero when it did not say
 * @param body its beginning, as text
 */
public record Answer(int status, Duration retryAfter, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The server may take the same call later. */
    private boolean isPassing() {
        return status >= 500 || status == 408 || status == 425 || status == 429;
    }

    /** What a refusal means by its status alone; a redirect is one, since none is followed. */
    public Outcome refusal(Fault fault) {
        String reason = "http-" + status;
        return isPassing()
                ? new Outcome.Deferred(reason, retryAfter, fault)
                : Outcome.failed(reason, fault);
    }
}
