package vn.lienvien.local.edge;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of one service, asked in turn; one that failed is left out for a second. */
final class Upstream {
    private static final long LEFT_OUT = TimeUnit.SECONDS.toNanos(1);

    private final List<SocketAddress> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<SocketAddress, Long> failedAt = new ConcurrentHashMap<>();

    Upstream(List<Integer> ports) {
        this.replicas =
                ports.stream()
                        .map(port -> SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                        .toList();
    }

    SocketAddress next() {
        SocketAddress first = inTurn();
        SocketAddress candidate = first;
        for (int i = 1; i < replicas.size() && leftOut(candidate); i++) {
            candidate = inTurn();
        }
        return leftOut(candidate) ? first : candidate;
    }

    void failed(SocketAddress replica) {
        failedAt.put(replica, System.nanoTime());
    }

    private SocketAddress inTurn() {
        return replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
    }

    private boolean leftOut(SocketAddress replica) {
        Long failed = failedAt.get(replica);
        return failed != null && System.nanoTime() - failed < LEFT_OUT;
    }
}
