package vn.lienvien.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a request was not done, as RFC 9457 says it. The code is the last part of its type, {@code
 * /problems/<code>}, and names a paragraph of docs/problems.md.
 */
public record Problem(
        int status, String code, String title, String detail, Map<String, Object> extensions) {

    /** Extension that becomes the Retry-After header, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    private static final String AWAY =
            "The service cannot store anything at the moment. Try again shortly.";

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    /** One that HTTP itself knows. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> of(401, "sign-in-required", "A valid token is needed.");
            case 403 ->
                    of(403, "role-required", "Your role at this organisation does not allow it.");
            case 404 -> notFound();
            case 405 -> of(405, "method-not-allowed", "This path does not know the method.");
            case 406 -> of(406, "not-acceptable", "Nothing that you accept can be given.");
            case 408 -> of(408, "incomplete-body", "The body did not come whole in time.");
            case 413 -> of(413, "too-large", "The body is too large.");
            case 415 -> of(415, "unsupported-media-type", "Send application/json.");
            case 500 -> of(500, "internal", "Something failed here. Report it with its requestId.");
            case 503 -> of(503, "unavailable", "Not available now", AWAY).with(RETRY_AFTER, 2);
            default -> of(status, "malformed", "The request cannot be read.");
        };
    }

    /** With its code as its title. */
    public static Problem of(int status, String code, String detail) {
        String title = code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
        return of(status, code, title.replace('-', ' '), detail);
    }

    /** Not there, or no relation to it: the two look the same. */
    public static Problem notFound() {
        return of(404, "not-found", "There is nothing here that you may see.");
    }

    /** Only for somebody who sees the thing and may not do this with it. */
    public static Problem roleRequired(String role) {
        return of(403, "role-required", "This needs the role " + role + " at your organisation.")
                .with("role", role);
    }

    /** A decision that the domain refused; facts are never refused. */
    public static Problem refused(String code, String title, String detail) {
        return of(409, code, title, detail).with("refusal", code);
    }

    public static Problem invalid(List<Violation> violations) {
        return of(422, "invalid", "Not acceptable", "One or more values are not acceptable.")
                .with("violations", List.copyOf(violations));
    }

    public Problem with(String extension, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(extension, value);
        return new Problem(status, code, title, detail, more);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
