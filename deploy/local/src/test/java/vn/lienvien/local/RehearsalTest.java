package vn.lienvien.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class RehearsalTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext(
                "/",
                call -> {
                    asked.add(call.getRequestURI().getPath());
                    call.sendResponseHeaders(200, 0);
                    call.getResponseBody().write(':');
                    call.getResponseBody().flush();
                    if (!call.getRequestURI().getPath().equals("/stream")) {
                        call.close();
                    } // else it goes on
                });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void aStreamThatGoesOnDoesNotHoldItUp() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        // The first call of a JVM may take longer than the moment after which one is left.
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(address.resolve("/first")).build(),
                    HttpResponse.BodyHandlers.discarding());
        }

        Rehearsal.of(address, List.of("/before", "/stream", "/after"), "a token");

        assertThat(asked).containsExactly("/first", "/before", "/stream", "/after");
    }
}
