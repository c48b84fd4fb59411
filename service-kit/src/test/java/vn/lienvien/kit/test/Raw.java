package vn.lienvien.kit.test;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Bytes as they are: rest-assured would read them first, and some are made to hurt readers. */
public final class Raw {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Raw() {}

    public static HttpResponse<String> post(
            String token, String path, String contentType, byte[] body) {
        return sent(request(token, path, contentType, body));
    }

    /** Tells the length first: an answer that does not wait for the body is not lost in sending. */
    public static HttpResponse<String> offer(
            String token, String path, String contentType, byte[] body) {
        return sent(request(token, path, contentType, body).expectContinue(true));
    }

    private static HttpRequest.Builder request(
            String token, String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
