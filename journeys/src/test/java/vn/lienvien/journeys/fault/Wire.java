package vn.lienvien.journeys.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a service and what it depends on: it can be slow, silent or cut. */
final class Wire implements AutoCloseable {

    /** What the wire does with what it is given. */
    sealed interface Flow {}

    record Whole() implements Flow {}

    /** Every piece arrives so much later. */
    record Slow(Duration each) implements Flow {}

    /** Connections stay open, new ones too, and nothing arrives until it flows again. */
    record Silent() implements Flow {}

    /** Each connection breaks after so many bytes, in the middle of what is being said. */
    record Cut(int after) implements Flow {}

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Flow flow = new Whole();

    private Wire(ServerSocket entry, int target) {
        this.entry = entry;
        this.target = target;
    }

    static Wire to(int port) {
        try {
            var wire = new Wire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entry.getLocalPort();
    }

    synchronized void set(Flow next) {
        flow = next;
        notifyAll();
    }

    private synchronized Flow whenItFlows() throws InterruptedException {
        while (flow instanceof Silent) {
            wait();
        }
        return flow;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                join(entry.accept());
            } catch (IOException e) {
                // Closed, or nobody listens behind it: the next one is tried anew.
            }
        }
    }

    private void join(Socket near) throws IOException {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            open.add(near);
            open.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }

    private void carry(Socket from, Socket to) {
        var left = Integer.MAX_VALUE;
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var piece = new byte[16 * 1024];
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                left =
                        switch (whenItFlows()) {
                            case Whole _, Silent _ -> Integer.MAX_VALUE;
                            case Slow slow -> {
                                Thread.sleep(slow.each());
                                yield Integer.MAX_VALUE;
                            }
                            case Cut cut -> Math.min(left, cut.after());
                        };
                out.write(piece, 0, Math.min(read, left));
                left -= read;
                if (left <= 0) {
                    reset(from);
                    reset(to);
                }
            }
            whenItFlows();
        } catch (IOException e) {
            // One end is gone, and so the other goes.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    /** Not an orderly end. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::end);
        set(new Whole());
    }
}
