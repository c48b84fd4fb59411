package vn.lienvien.notification.channel.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One POST and its answer on one connection: HTTP/1.1 with {@code Connection: close}. */
final class HttpWire {

    /** No gateway says more that we would read; the rest stays unread. */
    private static final int LONGEST_BODY = 16 * 1024;

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

    private HttpWire() {}

    /** Something answered, in another language. */
    static final class NotHttp extends IOException {
        NotHttp(String what) {
            super(what);
        }
    }

    static void send(OutputStream out, URI uri, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("POST ").append(target(uri)).append(" HTTP/1.1\r\n");
        header(head, "Host", host(uri));
        header(head, "Connection", "close");
        header(head, "User-Agent", "LienVien");
        header(head, "Content-Length", Integer.toString(body.length));
        headers.forEach((name, value) -> header(head, name, value));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static String target(URI uri) {
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static void header(StringBuilder head, String name, String value) {
        if (!value.chars().allMatch(each -> each >= ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("a header has printable characters only: " + name);
        }
        head.append(name).append(": ").append(value).append("\r\n");
    }

    static Answer read(InputStream in) throws IOException {
        Matcher status = STATUS.matcher(line(in));
        if (!status.matches()) {
            throw new NotHttp("no status line");
        }
        int code = Integer.parseInt(status.group(1));
        Map<String, String> headers = headers(in);
        if (code < 200) {
            return read(in);
        }
        return new Answer(code, retryAfter(headers), body(in, code, headers));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new NotHttp("no header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** A date, which servers may send too, is left to our own back-off. */
    private static Duration retryAfter(Map<String, String> headers) {
        String asked = headers.getOrDefault("retry-after", "");
        return SECONDS.matcher(asked).matches()
                ? Duration.ofSeconds(Long.parseLong(asked))
                : Duration.ZERO;
    }

    private static String body(InputStream in, int code, Map<String, String> headers)
            throws IOException {
        if (code == 204 || code == 304) {
            return "";
        }
        byte[] bytes =
                headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
                        ? chunks(in)
                        : in.readNBytes(length(headers));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        return SECONDS.matcher(length).matches()
                ? Math.min(Integer.parseInt(length), LONGEST_BODY)
                : LONGEST_BODY;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            int room = LONGEST_BODY - body.size();
            body.write(in.readNBytes(Math.min(size, room)));
            if (size >= room) {
                return body.toByteArray();
            }
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        try {
            return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException _) {
            throw new NotHttp("no chunk");
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (line.size() == LONGEST_LINE) {
                throw new NotHttp("a line without end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
