package vn.lienvien.notification.stream;

import vn.lienvien.kit.problem.Problem;

/** Why a stream was not opened; a paragraph of docs/problems/notification-service.md. */
final class StreamProblems {

    private static final int TRY_AGAIN_SECONDS = 15;

    private StreamProblems() {}

    static Problem full() {
        return Problem.of(
                        503,
                        "streams-full",
                        "No more streams here",
                        "This process has as many open streams as it can serve. Read by REST, and try again.")
                .with(Problem.RETRY_AFTER, TRY_AGAIN_SECONDS);
    }
}
