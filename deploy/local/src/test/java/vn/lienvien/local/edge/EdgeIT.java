package vn.lienvien.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.local.Ports;
import vn.lienvien.local.issuer.Issuer;

class EdgeIT {
    /** One for all: a key takes a second or two to make. */
    @TempDir static Path folder;

    final HttpClient http = HttpClient.newHttpClient();
    HttpServer service;
    Edge edge;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.start();
        edge =
                Edge.start(
                        0,
                        new Routes()
                                .add(
                                        List.of("/api/v1/transfers", "/openapi/transfer"),
                                        List.of(service.getAddress().getPort()))
                                .add(List.of("/api/v1/units"), List.of(Ports.orFree(0))),
                        Issuer.keptIn(folder));
    }

    @AfterEach
    void stop() {
        edge.close();
        service.stop(0);
    }

    @Test
    void aLiveStreamArrivesEventByEvent() throws Exception {
        CountDownLatch firstWasRead = new CountDownLatch(1);
        CountDownLatch readerLeft = new CountDownLatch(1);
        service.createContext(
                "/api/v1/transfers",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream body = exchange.getResponseBody()) {
                        write(body, "data: one\n\n");
                        await(firstWasRead);
                        write(body, "data: two\n\n");
                        while (true) {
                            write(body, ":\n\n");
                            Thread.sleep(20);
                        }
                    } catch (Exception closed) {
                        readerLeft.countDown();
                    }
                });

        try (InputStream stream =
                        http.send(
                                        get("/api/v1/transfers/live"),
                                        HttpResponse.BodyHandlers.ofInputStream())
                                .body();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            firstWasRead.countDown();
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("data: two");
        }
        assertThat(readerLeft.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBodyGoesThroughUnchangedWithTheRequestId() throws Exception {
        service.createContext(
                "/api/v1/transfers",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
                    exchange.getResponseHeaders()
                            .set("Seen", exchange.getRequestHeaders().getFirst("X-Request-Id"));
                    exchange.sendResponseHeaders(201, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });

        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(edge.url().resolve("/api/v1/transfers?limit=1"))
                                .header("X-Request-Id", "from-the-ward")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"đường\":\"thở\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"đường\":\"thở\"}");
        assertThat(answer.headers().firstValue("Seen")).contains("from-the-ward");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("from-the-ward");
    }

    @Test
    void aServiceThatIsAwayIsAProblemWithATimeToRetry() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(edge.url().resolve("/api/v1/units/x/activation"))
                                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body())
                .contains("\"code\":\"service-away\"")
                .doesNotContain("Connection");
    }

    @Test
    void aServiceThatBreaksOffIsAProblemToo() throws Exception {
        try (ServerSocket broken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Edge toBroken =
                        Edge.start(
                                0,
                                new Routes().add(List.of("/api"), List.of(broken.getLocalPort())),
                                Issuer.keptIn(folder))) {
            Thread.ofVirtual().start(() -> breakOff(broken));

            HttpRequest question =
                    HttpRequest.newBuilder(toBroken.url().resolve("/api"))
                            .timeout(Duration.ofSeconds(20))
                            .build();

            assertThat(http.send(question, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void aServiceThatStaysSilentIsHungUpOn() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Edge toSilent =
                        Edge.start(
                                0,
                                new Routes().add(List.of("/api"), List.of(silent.getLocalPort())),
                                Issuer.keptIn(folder),
                                Duration.ofMillis(200));
                var service = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = service.submit(() -> untilHungUp(silent));

            HttpRequest question =
                    HttpRequest.newBuilder(toSilent.url().resolve("/api"))
                            .timeout(Duration.ofSeconds(20))
                            .build();

            assertThat(http.send(question, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
            assertThat(heard.get()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/metrics", "/api/v1/transfersX", "/api/v2/transfers", "/local-issuer/x"})
    void anUnknownPathIsAProblem(String path) throws Exception {
        HttpResponse<String> answer = http.send(get(path), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/transfers/../../../q/metrics",
                "/api/v1/transfers/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/transfers//x",
                "/api/v1/transfers/%5c..%5cx"
            })
    void aPathThatClimbsIsRefused(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aServiceDescribesItselfAndShowsNothingElseOfItsInside() throws Exception {
        service.createContext(
                "/q",
                exchange -> {
                    byte[] asked =
                            exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, asked.length);
                    exchange.getResponseBody().write(asked);
                    exchange.close();
                });

        assertThat(
                        http.send(
                                        get("/openapi/transfer/metrics?x=1"),
                                        HttpResponse.BodyHandlers.ofString())
                                .body())
                .isEqualTo("/q/openapi?format=json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:%d", "LocalHost:%d", "127.0.0.1:%d", "[::1]:%d"})
    void theNamesOfThisMachineAreAnswered(String host) throws Exception {
        assertThat(raw("/local-issuer/people", "Host: " + host.formatted(edge.port())))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: rebound.example:%d",
                "Host: localhost.rebound.example:%d",
                "Host: 127.0.0.1.nip.example:%d",
                "Host: rebound.example",
                "Host: localhost",
                "Host: localhost:1",
                "Host: ",
                "Host: localhost:%1$d\r\nHost: rebound.example:%1$d",
                "X-Host: none at all"
            })
    void aForeignNameGetsNeitherTokenNorService(String header) throws Exception {
        service.createContext(
                "/api/v1/transfers", exchange -> exchange.sendResponseHeaders(200, -1));
        String named = header.formatted(edge.port());

        assertThat(raw("/local-issuer/token?person=coordinator@soyte-hcm", named))
                .startsWith("HTTP/1.1 421")
                .contains("\"code\":\"misdirected\"")
                .doesNotContain("eyJ");
        assertThat(raw("/api/v1/transfers", named)).startsWith("HTTP/1.1 421");
    }

    @Test
    void thePageMayUseItsOwnStyleAndNothingElse() throws Exception {
        HttpResponse<String> page = http.send(get("/"), HttpResponse.BodyHandlers.ofString());

        String style = page.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src"
                                + " 'sha256-"
                                + Base64.getEncoder().encodeToString(hash)
                                + "'; img-src 'self' data:; frame-ancestors 'none'; base-uri"
                                + " 'none'; form-action 'self'");
    }

    @Test
    void theIssuerListsItsPeopleAndSigns() throws Exception {
        assertThat(
                        http.send(get("/local-issuer/people"), HttpResponse.BodyHandlers.ofString())
                                .body())
                .contains("doctor@htd-hcmc");
        assertThat(
                        http.send(
                                        get("/local-issuer/token?person=doctor@htd-hcmc"),
                                        HttpResponse.BodyHandlers.ofString())
                                .body())
                .contains("\"access_token\":\"eyJ");
        assertThat(
                        http.send(
                                        get("/local-issuer/token?person=somebody"),
                                        HttpResponse.BodyHandlers.ofString())
                                .body())
                .contains("\\\"somebody\\\" is not role@organisation");
    }

    @Test
    void aQueryThatIsNoneIsAnsweredToo() throws Exception {
        assertThat(raw("/local-issuer/token?person=%zz", "Host: localhost:" + edge.port()))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"unknown-person\"");
    }

    @Test
    void whoAsksBeforeItSendsItsBodyIsToldToGoOn() throws Exception {
        String question =
                """
                POST /api/v1/transfers HTTP/1.1\r
                Host: localhost:%d\r
                Expect: 100-continue\r
                Content-Length: 3\r
                \r
                """
                        .formatted(edge.port());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));

            assertThat(
                            new String(
                                    socket.getInputStream().readNBytes(12),
                                    StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100");
        }
    }

    /** A client that names another host, or none. */
    private String raw(String path, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            String question =
                    "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, header);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(edge.url().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static int untilHungUp(ServerSocket server) throws IOException {
        try (Socket connection = server.accept()) {
            connection.setSoTimeout(20_000);
            return connection.getInputStream().readAllBytes().length;
        }
    }

    private static void breakOff(ServerSocket server) {
        try (Socket connection = server.accept()) {
            connection.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream body, String text) throws Exception {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        latch.await(20, TimeUnit.SECONDS);
    }
}
