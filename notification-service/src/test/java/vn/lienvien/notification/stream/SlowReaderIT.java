package vn.lienvien.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.tail.TailedEvent;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** A reader that stops reading costs bounded memory, delays nobody, and is told to read anew. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class SlowReaderIT {

    private static final int EVENTS = 20_000;

    @TestHTTPResource("")
    URI url;

    @Inject LiveStream stream;

    @Test
    void aStalledReaderIsToldToReadAnewAndDelaysNobody() throws IOException {
        try (var stalled = stalledReader();
                var quick =
                        Listening.open(url.toString(), TestTokens.as("doctor", "cho-ray"), null)) {
            await().until(() -> !quick.lastId().isEmpty());

            for (int n = 1; n <= EVENTS; n++) {
                stream.on(List.of(event(n, HTD)));
            }
            stream.on(List.of(event(1, CHO_RAY)));

            await().atMost(Duration.ofSeconds(2)).until(() -> quick.heard().size() == 1);
            assertThat(textUntil(stalled, "event: resync"))
                    .contains("event: placement.slot-held")
                    .hasSizeLessThan(EVENTS * 100);
        }
    }

    private static TailedEvent event(int n, OrganisationCode audience) {
        return new TailedEvent(
                new UUID(1, n),
                "vn.lienvien.placement.slot-held.v1",
                "x",
                n,
                Instant.now(),
                Set.of(audience),
                null);
    }

    private Socket stalledReader() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream()
                .write(
                        ("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                        + TestTokens.as("doctor", "htd-hcmc")
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(textUntil(socket, "id: ")).startsWith("HTTP/1.1 200 OK");
        return socket;
    }

    private static String textUntil(Socket socket, String end) throws IOException {
        var text = new StringBuilder();
        var some = new byte[8192];
        while (!text.toString().contains(end)) {
            var read = socket.getInputStream().read(some);
            assertThat(read).isPositive();
            text.append(new String(some, 0, read, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
