package vn.lienvien.notification.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import vn.lienvien.local.Ports;

/** Somebody else's server. It answers each path as told and keeps what it was sent. */
public final class StubServer {

    /** Configuration and test see this class from different class loaders: they share the port. */
    private static final String PORT = "lienvien.test.stub.port";

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Map<Integer, StubServer> RUNNING = new ConcurrentHashMap<>();

    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();

    private StubServer(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Said(int status, String body, CountDownLatch after) {

        Said(int status, String body) {
            this(status, body, new CountDownLatch(0));
        }
    }

    /** One request as it came; its body may be binary. */
    public record Call(String path, Map<String, String> headers, String base64) {

        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    /** Before the service starts, to be written into its configuration. */
    static int reservePort() {
        int port = Ports.orFree(0);
        System.setProperty(PORT, Integer.toString(port));
        return port;
    }

    public static String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** From now on that path answers so. */
    public static void answers(String path, int status, String body) {
        running().answers.put(path, new Said(status, body));
    }

    /** From now on that path takes calls and answers none of them until it is let go. */
    public static Hanging hangs(String path, int thenAnswers) {
        CountDownLatch letGo = new CountDownLatch(1);
        running().answers.put(path, new Said(thenAnswers, "", letGo));
        return letGo::countDown;
    }

    /** A server that keeps its callers waiting. */
    public interface Hanging {
        /** Answers everybody who waits, and whoever still comes. */
        void letGo();
    }

    public static List<Call> calls(String path) {
        return running().heard(path);
    }

    /** What was asked there under this reference. */
    public static JsonPath asked(String path, UUID reference) {
        return calls(path).stream()
                .map(Call::text)
                .filter(text -> text.contains(reference.toString()))
                .map(JsonPath::from)
                .findFirst()
                .orElseThrow();
    }

    private static int port() {
        return Integer.getInteger(PORT);
    }

    private static StubServer running() {
        return RUNNING.computeIfAbsent(port(), StubServer::new);
    }

    private List<Call> heard(String path) {
        return calls.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, values.getFirst()));
        byte[] sent = exchange.getRequestBody().readAllBytes();
        heard(path).add(new Call(path, headers, Base64.getEncoder().encodeToString(sent)));
        Said said = answers.getOrDefault(path, new Said(404, ""));
        awaited(said.after());
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
