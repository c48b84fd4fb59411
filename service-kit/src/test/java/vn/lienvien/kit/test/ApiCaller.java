package vn.lienvien.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Sends exactly what a test says, which a well-meaning client would mend. */
final class ApiCaller {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back; of a stream only that it opened. */
    record Answer(int status, String type, String body) {

        boolean isJson() {
            return type.startsWith("application/json");
        }

        boolean isProblem() {
            return type.startsWith(ApiDocument.PROBLEM);
        }

        JsonNode json() {
            try {
                return ApiDocument.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + body, e);
            }
        }

        String code() {
            return isProblem() ? json().path("code").asText() : "";
        }

        @Override
        public String toString() {
            return "%d %s %.600s".formatted(status, type, body);
        }
    }

    /**
     * A request; without token, type or body when they are null.
     *
     * @param body its bytes, each as a character
     * @param chunked the length is not told beforehand
     */
    record Ask(
            String method,
            String path,
            String token,
            String type,
            String body,
            boolean chunked,
            Map<String, String> headers) {

        static Ask of(String method, String path, String token) {
            return new Ask(method, path, token, null, null, false, Map.of());
        }

        Ask sending(String contentType, String text) {
            return sending(contentType, text.getBytes(StandardCharsets.UTF_8));
        }

        Ask sending(String contentType, byte[] bytes) {
            return new Ask(
                    method,
                    path,
                    token,
                    contentType,
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    false,
                    headers);
        }

        Ask inChunks() {
            return new Ask(method, path, token, type, body, true, headers);
        }

        Ask with(String name, String value) {
            return new Ask(method, path, token, type, body, chunked, Map.of(name, value));
        }

        private BodyPublisher publisher() {
            if (body == null) {
                return BodyPublishers.noBody();
            }
            var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            return chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))
                    : BodyPublishers.ofByteArray(bytes);
        }
    }

    Answer answer(Ask ask) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + ask.path()))
                        .timeout(LONGEST)
                        .method(ask.method(), ask.publisher());
        if (ask.token() != null) {
            request.header("Authorization", "Bearer " + ask.token());
        }
        if (ask.type() != null) {
            request.header("Content-Type", ask.type());
        }
        ask.headers().forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), BodyHandlers.ofInputStream());
            var type = response.headers().firstValue("Content-Type").orElse("");
            try (var in = response.body()) {
                var body =
                        type.startsWith("text/event-stream")
                                ? ""
                                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), type, body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(ask.method() + " " + ask.path(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What no client library would send: the path as it is, byte for byte. */
    Answer raw(String method, String path, String token) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) LONGEST.toMillis());
            socket.getOutputStream()
                    .write(
                            "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(method, path, token)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var head = all.split("\r\n\r\n", 2);
            var type =
                    head[0].lines()
                            .filter(line -> line.regionMatches(true, 0, "content-type: ", 0, 14))
                            .map(line -> line.substring(14))
                            .findFirst()
                            .orElse("");
            return new Answer(
                    Integer.parseInt(head[0].substring(9, 12)),
                    type,
                    head.length > 1 ? head[1] : "");
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }
}
