package vn.lienvien.local.edge;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The names under which a browser on this machine knows the edge. Whoever lets a foreign name point
 * to loopback would else read tokens from a page of theirs (DNS rebinding).
 */
final class OwnHost {
    private static final int PORT_NOT_NAMED = 80;

    private OwnHost() {}

    static boolean isNamedBy(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        int port = request.localAddress().port();
        return hosts.size() == 1
                && Stream.of("localhost", "127.0.0.1", "[::1]")
                        .anyMatch(own -> names(own, port, hosts.getFirst()));
    }

    private static boolean names(String own, int port, String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return asked.equals(own + ":" + port) || (port == PORT_NOT_NAMED && asked.equals(own));
    }
}
