package vn.lienvien.local.client;

/** Nobody answered in time: it may have been done or not. */
public final class Unanswered extends RuntimeException {

    public Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
