package vn.lienvien.kit.outbox;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What led here: the event being handled, and the W3C trace that it or the request belongs to. It
 * travels in the log context, so that a log line and an event can be told to belong together.
 *
 * @param cause id of the event being handled; null for a request or a timer
 */
public record Trace(UUID cause, String parent) {

    public static final String TRACEPARENT = "traceparent";

    private static final String CAUSE = "causationId";
    private static final Pattern SHAPE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public static Trace current() {
        String cause = (String) MDC.get(CAUSE);
        String parent = (String) MDC.get(TRACEPARENT);
        return new Trace(
                cause == null ? null : UUID.fromString(cause), parent == null ? fresh() : parent);
    }

    /** From now on this thread works because of that event. */
    public static void follow(UUID cause, String traceparent) {
        MDC.put(CAUSE, cause.toString());
        join(traceparent);
    }

    /** From now on this request belongs to that trace, or to a new one. */
    public static void join(String traceparent) {
        boolean wellFormed = traceparent != null && SHAPE.matcher(traceparent).matches();
        MDC.put(TRACEPARENT, wellFormed ? traceparent : fresh());
    }

    public static void leave() {
        MDC.remove(CAUSE);
        MDC.remove(TRACEPARENT);
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-01"
                .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1);
    }
}
