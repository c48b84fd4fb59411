package vn.lienvien.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not done, as RFC 9457 says it. The code is the last part of its type, {@code
 * /problems/<code>}, and names a paragraph of docs/problems.md.
 */
public record Problem(
        int status, String code, String title, String detail, Map<String, Object> extensions) {

    /** Extension that becomes the Retry-After header, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    /** Not there, or no relation to it: the two look the same. */
    public static Problem notFound() {
        return of(404, "not-found", "Not found", "There is nothing here that you may see.");
    }

    /** Only for somebody who sees the thing and may not do this with it. */
    public static Problem roleRequired(String role) {
        return of(
                        403,
                        "role-required",
                        "Role required",
                        "This needs the role " + role + " at your organisation.")
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

    /** The same request may succeed soon. */
    public static Problem unavailable() {
        return of(
                        503,
                        "unavailable",
                        "Not available now",
                        "The service cannot store anything at the moment. Try again shortly.")
                .with(RETRY_AFTER, 2);
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
