package vn.lienvien.kit.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.app.Notes;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.Logged;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** On bare sockets: no client would send like this. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class WholeBodyTest {

    private static final String NOTE = "{\"lines\":[{\"text\":\"a\",\"weight\":2}]}";

    private Logged log;

    @BeforeEach
    void watchTheLog() {
        Notes.makeTables();
        log = new Logged();
    }

    @AfterEach
    void watchNoMore() {
        log.close();
    }

    @Test
    void whoSendsByteByByteIsAnsweredAndHoldsNothing() throws IOException {
        long before = notes();
        try (var client = sending("Content-Length: 100000")) {
            var answer = readWhileDripping(client);

            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "\"code\":\"incomplete-body\"");
        }
        assertThat(notes()).isEqualTo(before);
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthThatIsTooLargeIsRefusedWithoutNoise() throws IOException {
        try (var client = sending("Transfer-Encoding: chunked")) {
            for (int i = 0; i < 257; i++) {
                write(client, "400\r\n" + " ".repeat(1024) + "\r\n");
            }

            assertThat(answer(client))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"code\":\"too-large\"");
        }
        assertThat(log.errors()).isEmpty();
    }

    /** All that was to be done is there, and still it may have been meant to go on. */
    @Test
    void aBodyThatBreaksOffChangesNothing() throws IOException {
        long before = notes();
        try (var client = sending("Transfer-Encoding: chunked")) {
            write(client, Integer.toHexString(NOTE.length()) + "\r\n" + NOTE + "\r\n");
        }
        await().during(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            assertThat(notes()).isEqualTo(before);
                            assertThat(log.errors()).isEmpty();
                        });
    }

    @Test
    void aBodyInPiecesIsRead() throws IOException {
        long before = notes();
        try (var client = sending("Transfer-Encoding: chunked", "Connection: close")) {
            for (int i = 0; i < NOTE.length(); i++) {
                write(client, "1\r\n" + NOTE.charAt(i) + "\r\n");
            }
            write(client, "0\r\n\r\n");

            assertThat(answer(client)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(notes()).isEqualTo(before + 1);
    }

    private static long notes() {
        return Long.parseLong(OwnerConnection.value("select count(*) from note"));
    }

    private static Socket sending(String... headers) throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.setSoTimeout(20_000);
        write(
                client,
                "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + TestTokens.as("doctor", "htd-hcmc")
                        + "\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n");
        return client;
    }

    private static String readWhileDripping(Socket client) throws IOException {
        var dripping =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (!client.isClosed()) {
                                            write(client, " ");
                                            Thread.sleep(100);
                                        }
                                    } catch (IOException | InterruptedException e) {
                                        // the other end has had enough
                                    }
                                });
        try {
            return answer(client);
        } finally {
            dripping.interrupt();
        }
    }

    /** Until the other end closes; it may do so while there are bytes that it has not read. */
    private static String answer(Socket client) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(read);
        } catch (SocketException reset) {
            // after the answer
        }
        return read.toString(US_ASCII);
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
        client.getOutputStream().flush();
    }
}
