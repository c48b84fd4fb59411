package vn.lienvien.notification.channel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.notification.channel.outbound.CallFailed.Reason;

/** Against real sockets on this machine, which the installation of the test trusts. */
class OutboundTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Networks TRUSTED = new Networks(List.of("127.0.0.0/8"));

    /** A loaded machine is slow, and no far side is. */
    private static final Duration NO_HURRY = Duration.ofSeconds(30);

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/ok", exchange -> answer(exchange, 200, "thanks"));
        server.createContext(
                "/later",
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "7");
                    answer(exchange, 429, "");
                });
        server.createContext(
                "/elsewhere",
                exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", "http://127.0.0.1:" + port() + "/ok");
                    answer(exchange, 302, "");
                });
        server.start();
        outbound = trusting(InetAddress::getAllByName);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerComesBackWhole() throws CallFailed {
        assertThat(post("/ok")).isEqualTo(new Answer(200, Duration.ZERO, "thanks"));
        assertThat(post("/later")).isEqualTo(new Answer(429, Duration.ofSeconds(7), ""));
    }

    @Test
    void noRedirectIsFollowed() throws CallFailed {
        assertThat(post("/elsewhere").status()).isEqualTo(302);
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/ok",
                "http://localhost/ok",
                "http://other.example/ok",
                "ftp://127.0.0.1/ok",
                "file:///etc/passwd",
                "http://user:pw@127.0.0.1/ok",
                "http://127.1/ok",
                "http:///ok"
            })
    void whatIsNotOnTheListIsNotCalled(String uri) {
        refused(outbound, URI.create(uri), here());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "10.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fe80::1]",
                "[fd00::1]"
            })
    void aListedHostWithAPrivateAddressIsNotCalled(String host) {
        Outbound strict = of(new Networks(List.of()), InetAddress::getAllByName);
        URI uri = URI.create("https://" + host + ":" + port() + "/ok");

        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> strict.post(uri, AllowList.only(uri), Map.of(), BODY))
                .extracting(CallFailed::reason)
                .isIn(Reason.NOT_ALLOWED, Reason.UNKNOWN_HOST);
        assertThat(calls).hasValue(0);
    }

    @Test
    void onePrivateAddressAmongManySpoilsTheName() {
        Outbound strict =
                of(
                        new Networks(List.of()),
                        _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), LOOPBACK});

        refused(strict, URI.create("https://hook.example/ok"), "hook.example:443");
    }

    @Test
    void aPublicHostIsNeverCalledInTheClear() {
        Outbound strict =
                of(
                        new Networks(List.of()),
                        _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.8.8")});

        refused(strict, URI.create("http://hook.example/ok"), "hook.example:80");
    }

    @Test
    void aNameIsResolvedOnceAndTheCheckedAddressIsCalled() throws CallFailed {
        AtomicInteger asked = new AtomicInteger();
        Outbound rebinding =
                trusting(
                        _ ->
                                new InetAddress[] {
                                    asked.getAndIncrement() == 0
                                            ? LOOPBACK
                                            : InetAddress.ofLiteral("10.0.0.1")
                                });
        URI uri = URI.create("http://hook.example:" + port() + "/ok");

        Answer answer = rebinding.post(uri, AllowList.only(uri), Map.of(), BODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aDripIsCutOffInTime() throws IOException {
        outbound = within(Duration.ofMillis(600));

        assertThat(reasonFor("HTTP/1.1 200 OK\r\nX-Slow: ", true)).isEqualTo(Reason.TIME_OUT);
    }

    @Test
    void whatSpeaksNoHttpIsNotAnAnswer() throws IOException {
        assertThat(reasonFor("SSH-2.0-OpenSSH_9.9\r\n", false)).isEqualTo(Reason.NOT_HTTP);
    }

    @Test
    void aChunkedAnswerIsRead() throws IOException, CallFailed {
        try (ServerSocket raw =
                answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                        false)) {
            assertThat(outbound.post(uri(raw), AllowList.only(uri(raw)), Map.of(), BODY).body())
                    .isEqualTo("abcde");
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        server.stop(0);

        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> post("/ok"))
                .extracting(CallFailed::reason)
                .isEqualTo(Reason.UNREACHABLE);
    }

    private Reason reasonFor(String said, boolean drips) throws IOException {
        try (ServerSocket raw = answering(said, drips)) {
            return assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(
                            () -> outbound.post(uri(raw), AllowList.only(uri(raw)), Map.of(), BODY))
                    .actual()
                    .reason();
        }
    }

    private static ServerSocket answering(String said, boolean drips) throws IOException {
        ServerSocket raw = new ServerSocket(0, 1, LOOPBACK);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (Socket caller = raw.accept()) {
                                hearOut(caller);
                                OutputStream out = caller.getOutputStream();
                                out.write(said.getBytes(StandardCharsets.US_ASCII));
                                while (drips) {
                                    out.write('x');
                                    Thread.sleep(50);
                                }
                            } catch (IOException | InterruptedException _) {
                                // the caller hung up, as it should
                            }
                        });
        return raw;
    }

    /** Whoever hangs up with words unread resets the connection, and its answer may be lost. */
    private static void hearOut(Socket caller) throws IOException {
        String heard = "";
        while (!heard.endsWith("\r\n\r\n" + new String(BODY, StandardCharsets.UTF_8))) {
            heard += (char) caller.getInputStream().read();
        }
    }

    private static URI uri(ServerSocket raw) {
        return URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/");
    }

    private void refused(Outbound by, URI uri, String... allowed) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> by.post(uri, AllowList.of(List.of(allowed)), Map.of(), BODY))
                .extracting(CallFailed::reason)
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(calls).hasValue(0);
    }

    private Answer post(String path) throws CallFailed {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        return outbound.post(uri, AllowList.of(List.of(here())), Map.of(), BODY);
    }

    private String here() {
        return "127.0.0.1:" + port();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static Outbound trusting(Outbound.Resolver resolver) {
        return of(TRUSTED, resolver);
    }

    private static Outbound of(Networks networks, Outbound.Resolver resolver) {
        return of(networks, resolver, NO_HURRY);
    }

    private static Outbound within(Duration limit) {
        return of(TRUSTED, InetAddress::getAllByName, limit);
    }

    private static Outbound of(Networks networks, Outbound.Resolver resolver, Duration limit) {
        return new Outbound(
                networks, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault(), limit);
    }

    private void answer(com.sun.net.httpserver.HttpExchange exchange, int status, String body)
            throws IOException {
        calls.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
