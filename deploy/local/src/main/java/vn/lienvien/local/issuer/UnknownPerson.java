package vn.lienvien.local.issuer;

/** The issuer cannot tell who is meant; the message says why. */
public final class UnknownPerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownPerson(String message) {
        super(message);
    }
}
