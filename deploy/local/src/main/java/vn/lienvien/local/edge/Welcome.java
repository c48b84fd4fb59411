package vn.lienvien.local.edge;

import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a browser sees at the root: that it runs, and where to go. */
final class Welcome {
    private static final String PAGE = page();
    private static final String POLICY = SafeHeaders.contentPolicy(hashOf(style()));

    private Welcome() {}

    static void answer(HttpServerResponse response) {
        response.putHeader(SafeHeaders.CONTENT_POLICY, POLICY)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(PAGE);
    }

    private static String style() {
        String tag = "<style>";
        return PAGE.substring(PAGE.indexOf(tag) + tag.length(), PAGE.indexOf("</style>"));
    }

    private static String hashOf(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page() {
        try (InputStream page = Welcome.class.getResourceAsStream("welcome.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
