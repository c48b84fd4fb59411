package vn.lienvien.simulation;

/** An invariant does not hold. */
public final class Violated extends RuntimeException {

    private final Invariant invariant;
    private final String about;

    /**
     * @param about the transfer, slot or unit concerned, as the story calls it; null for none
     */
    public Violated(Invariant invariant, String about, String message) {
        super(message);
        this.invariant = invariant;
        this.about = about;
    }

    public Violated(Invariant invariant, String about, String message, Throwable cause) {
        super(message, cause);
        this.invariant = invariant;
        this.about = about;
    }

    public Invariant invariant() {
        return invariant;
    }

    public String about() {
        return about;
    }
}
