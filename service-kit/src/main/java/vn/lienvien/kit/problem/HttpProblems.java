package vn.lienvien.kit.problem;

import java.util.Locale;

/** The problems that HTTP itself knows. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> of(401, "sign-in-required", "A valid token is needed.");
            case 403 ->
                    of(403, "role-required", "Your role at this organisation does not allow it.");
            case 404 -> Problem.notFound();
            case 405 -> of(405, "method-not-allowed", "This path does not know the method.");
            case 406 -> of(406, "not-acceptable", "Nothing that you accept can be given.");
            case 413 -> of(413, "too-large", "The body is too large.");
            case 415 -> of(415, "unsupported-media-type", "Send application/json.");
            case 500 -> of(500, "internal", "Something failed here. Report it with its requestId.");
            default -> of(status, "malformed", "The request cannot be read.");
        };
    }

    private static Problem of(int status, String code, String detail) {
        String title = code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
        return Problem.of(status, code, title.replace('-', ' '), detail);
    }
}
