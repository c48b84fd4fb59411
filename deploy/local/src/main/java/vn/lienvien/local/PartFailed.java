package vn.lienvien.local;

/** A part of the stack cannot do its work; the message is meant for the person at the terminal. */
public final class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
