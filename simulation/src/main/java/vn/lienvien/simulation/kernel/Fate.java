package vn.lienvien.simulation.kernel;

/** What becomes of a transaction, and of whoever waits for its answer. */
public enum Fate {
    DONE,
    /** The process dies between the decision and the commit: nothing has happened. */
    DIES_BEFORE_COMMIT,
    /** It is committed, and nobody is told: neither the caller nor what waits for the commit. */
    COMMITS_UNHEARD;

    /** One in twelve goes wrong. */
    public static Fate of(Choices choices) {
        return switch (choices.below(24)) {
            case 0 -> DIES_BEFORE_COMMIT;
            case 1 -> COMMITS_UNHEARD;
            default -> DONE;
        };
    }
}
