package vn.lienvien.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * An SMS gateway of this machine that sends nothing. It takes what it is asked to send, or is down.
 */
public final class StubGateway implements AutoCloseable {

    private static final String TAKEN = "{\"status\":\"queued\"}";
    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");

    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean down;

    private StubGateway(HttpServer server) {
        this.server = server;
    }

    /** One call, by what it was about. */
    public record Asked(String reference, String body, Instant at) {}

    public static StubGateway start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        var gateway = new StubGateway(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms", gateway::take);
        server.start();
        return gateway;
    }

    /** How notification-service is told of it. */
    public Map<String, String> settings() {
        var prefix = "LIENVIEN_NOTIFICATION_CHANNEL_";
        return Map.of(
                prefix + "TRUSTED_NETWORKS", "127.0.0.0/8",
                prefix + "SMS_GATEWAY", "GENERIC",
                prefix + "SMS_GENERIC_URL",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/sms",
                prefix + "SMS_GENERIC_ACCEPTED", "\"status\":\"queued\"");
    }

    /** From now on every call is answered 503, or taken again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void take(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var reference = REFERENCE.matcher(body);
        asked.add(new Asked(reference.find() ? reference.group(1) : "", body, at));
        var answer = (down ? "" : TAKEN).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(down ? 503 : 200, down ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
