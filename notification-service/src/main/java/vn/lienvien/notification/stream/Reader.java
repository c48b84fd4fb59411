package vn.lienvien.notification.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienvien.events.OrganisationCode;

/**
 * One open stream. Frames wait here, never at whoever publishes; a reader too slow for its queue
 * loses what waited and is told once to read anew.
 */
final class Reader {

    private static final Buffer WELCOME = Buffer.buffer(": welcome\n\n");
    private static final Buffer HEARTBEAT = Buffer.buffer(": still here\n\n");
    private static final int UNSENT_BYTES = 16 * 1024;
    private static final int SILENT_BEATS = 4;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.getAndIncrement() & Integer.MAX_VALUE;
    private final String user;
    private final OrganisationCode organisation;
    private final boolean seesAll;
    private final String start;
    private final HttpServerResponse response;
    private final Context loop;
    private final int most;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private boolean catchingUp = true;
    private boolean scheduled;
    private boolean overrun;
    private long lostUpTo;
    private int beatsMissed;

    /**
     * @param seesAll a coordinator, who is related to every transfer
     * @param start the process's start id
     * @param most frames that may wait
     */
    Reader(
            String user,
            OrganisationCode organisation,
            boolean seesAll,
            String start,
            HttpServerResponse response,
            Context loop,
            int most) {
        this.user = user;
        this.organisation = organisation;
        this.seesAll = seesAll;
        this.start = start;
        this.response = response.setWriteQueueMaxSize(UNSENT_BYTES);
        this.loop = loop;
        this.most = most;
        response.drainHandler(_ -> flush());
    }

    /** One more than that of whoever came before. */
    int number() {
        return number;
    }

    String user() {
        return user;
    }

    OrganisationCode organisation() {
        return organisation;
    }

    boolean seesAll() {
        return seesAll;
    }

    /** Never blocks. */
    void offer(Frame frame) {
        synchronized (this) {
            if (waiting.size() >= most) {
                waiting.clear();
                overrun = true;
            }
            if (overrun) {
                lostUpTo = frame.number();
            } else {
                waiting.add(frame);
            }
        }
        schedule();
    }

    /** Sends what must come before anything that was offered meanwhile, and goes live. */
    void begin(Iterable<Buffer> first) {
        loop.runOnContext(
                _ -> {
                    if (response.closed() || response.ended()) {
                        return;
                    }
                    open();
                    first.forEach(response::write);
                    synchronized (this) {
                        catchingUp = false;
                    }
                    flush();
                });
    }

    private void open() {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .write(WELCOME);
    }

    /** A stream that has taken nothing for a minute is dead, whatever TCP still hopes. */
    void heartbeat() {
        loop.runOnContext(
                _ -> {
                    if (!response.headWritten() || response.closed() || response.ended()) {
                        return;
                    }
                    if (!response.writeQueueFull()) {
                        beatsMissed = 0;
                        response.write(HEARTBEAT);
                    } else if (++beatsMissed == SILENT_BEATS) {
                        response.reset();
                    }
                });
    }

    /** Ends the stream and says why. */
    void end(String why) {
        loop.runOnContext(
                _ -> {
                    if (!response.ended() && !response.closed()) {
                        if (!response.headWritten()) {
                            open();
                        }
                        response.end(Buffer.buffer("event: " + why + "\ndata: {}\n\n"));
                    }
                });
    }

    private void schedule() {
        synchronized (this) {
            if (scheduled || catchingUp) {
                return;
            }
            scheduled = true;
        }
        loop.runOnContext(_ -> flush());
    }

    private void flush() {
        synchronized (this) {
            scheduled = false;
        }
        while (!response.closed() && !response.ended() && !response.writeQueueFull()) {
            var next = next();
            if (next == null) {
                return;
            }
            response.write(next);
        }
    }

    /** One frame as it is, the same bytes for all readers; or what has gathered, in one go. */
    private synchronized Buffer next() {
        if (catchingUp) {
            return null;
        }
        if (overrun) {
            overrun = false;
            return resync(new StreamId(start, lostUpTo));
        }
        var frame = waiting.poll();
        if (frame == null || waiting.isEmpty()) {
            return frame == null ? null : frame.encoded();
        }
        var several = Buffer.buffer(UNSENT_BYTES).appendBuffer(frame.encoded());
        while (!waiting.isEmpty() && several.length() < UNSENT_BYTES) {
            several.appendBuffer(waiting.remove().encoded());
        }
        return several;
    }

    /** Tells a client to read by REST what it shows, since events were lost up to here. */
    static Buffer resync(StreamId upTo) {
        return Frame.message(upTo, "resync", "{}");
    }
}
