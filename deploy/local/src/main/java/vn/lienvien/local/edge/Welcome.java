package vn.lienvien.local.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a browser sees at the root: that it runs, and where to go. */
final class Welcome {
    private static final Buffer PAGE = page();

    private Welcome() {}

    static void answer(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/html; charset=utf-8").end(PAGE);
    }

    private static Buffer page() {
        try (InputStream page = Welcome.class.getResourceAsStream("welcome.html")) {
            return Buffer.buffer(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
