package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many readers of one server-sent stream, all on one thread, so that what they cost is the same
 * whoever serves them. Each counts the ticks it hears and nothing else.
 */
final class Crowd implements AutoCloseable {

    private static final byte[] READY = "\nid: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TICK =
            ("\nevent: " + Ticks.EVENT + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 100;
    private static final int PATIENCE_SECONDS = 60;

    private final Selector selector;
    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);
    private volatile CompletableFuture<Void> gathered = new CompletableFuture<>();
    private volatile int expected;
    private volatile Tick current;
    private int ready;

    /**
     * @param tokens whose readers they are, in turn
     */
    Crowd(int port, List<String> tokens) throws IOException {
        selector = Selector.open();
        server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        requests = tokens.stream().map(Crowd::request).toList();
        Thread.ofPlatform().daemon().name("crowd-" + port).start(this::listen);
    }

    /** One reader: how much of either pattern it has just read. */
    private static final class Ear {
        private int readyAt;
        private int tickAt;
        private boolean isReady;
    }

    /** One event on its way to everybody. */
    private static final class Tick {
        private final long[] at;
        private final CompletableFuture<Void> everybody = new CompletableFuture<>();
        private int heard;

        Tick(int readers) {
            at = new long[readers];
        }
    }

    int size() {
        return channels.size();
    }

    /** Grows until so many are there and live. */
    void growTo(int readers) throws IOException {
        while (channels.size() < readers) {
            gathered = new CompletableFuture<>();
            var more = Math.min(AT_ONCE, readers - channels.size());
            expected = channels.size() + more;
            for (var n = 0; n < more; n++) {
                connect();
            }
            await(gathered, "not everybody could join");
        }
    }

    /** How long each reader waited for it, in nanoseconds. */
    long[] hears(Runnable tick) {
        var next = new Tick(size());
        current = next;
        var from = System.nanoTime();
        tick.run();
        await(next.everybody, "not everybody heard it");
        for (var n = 0; n < next.at.length; n++) {
            next.at[n] -= from;
        }
        return next.at;
    }

    private static byte[] request(String token) {
        return """
               GET /api/v1/stream HTTP/1.1\r
               Host: localhost\r
               Authorization: Bearer %s\r
               \r
               """
                .formatted(token)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void connect() throws IOException {
        var channel = SocketChannel.open(server);
        channel.write(ByteBuffer.wrap(requests.get(size() % requests.size())));
        channel.configureBlocking(false);
        channels.add(channel);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, new Ear());
    }

    private void listen() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read, 10);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            bytes.clear();
            if (((SocketChannel) key.channel()).read(bytes) < 0) {
                key.cancel();
                failed(new IOException("the server closed a stream"));
                return;
            }
            var now = System.nanoTime();
            var ear = (Ear) key.attachment();
            for (bytes.flip(); bytes.hasRemaining(); ) {
                hear(ear, bytes.get(), now);
            }
        } catch (IOException e) {
            key.cancel();
            failed(e);
        }
    }

    private void hear(Ear ear, byte next, long now) {
        if (!ear.isReady) {
            ear.readyAt = next == READY[ear.readyAt] ? ear.readyAt + 1 : next == '\n' ? 1 : 0;
            if (ear.readyAt == READY.length) {
                ear.isReady = true;
                if (++ready == expected) {
                    gathered.complete(null);
                }
            }
        }
        ear.tickAt = next == TICK[ear.tickAt] ? ear.tickAt + 1 : next == '\n' ? 1 : 0;
        if (ear.tickAt == TICK.length) {
            ear.tickAt = 1;
            var tick = current;
            tick.at[tick.heard++] = now;
            if (tick.heard == tick.at.length) {
                tick.everybody.complete(null);
            }
        }
    }

    private void failed(IOException why) {
        gathered.completeExceptionally(why);
        if (current != null) {
            current.everybody.completeExceptionally(why);
        }
    }

    private static void await(CompletableFuture<Void> what, String otherwise) {
        try {
            what.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(otherwise, e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            for (var channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
