package vn.lienvien.kit.problem;

/** The problems that HTTP itself knows. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(401, "sign-in-required", "Sign in", "A valid token is needed.");
            case 403 ->
                    Problem.of(
                            403,
                            "role-required",
                            "Role required",
                            "Your role at this organisation does not allow this.");
            case 404 -> Problem.notFound();
            case 405 ->
                    Problem.of(
                            405,
                            "method-not-allowed",
                            "Method not allowed",
                            "This path does not know the method.");
            case 406 ->
                    Problem.of(
                            406,
                            "not-acceptable",
                            "Not acceptable",
                            "No representation that you accept can be given.");
            case 413 -> Problem.of(413, "too-large", "Too large", "The body is too large.");
            case 415 ->
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "Unsupported media type",
                            "Send application/json.");
            case 500 ->
                    Problem.of(
                            500,
                            "internal",
                            "Internal error",
                            "Something failed here. Name the requestId when you report it.");
            default -> Problem.of(status, "malformed", "Malformed", "The request cannot be read.");
        };
    }
}
