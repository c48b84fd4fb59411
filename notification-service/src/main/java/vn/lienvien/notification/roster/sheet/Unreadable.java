package vn.lienvien.notification.roster.sheet;

/** The file as a whole cannot be taken, whatever its cells say. */
public final class Unreadable extends Exception {

    /** Why. */
    public enum Because {
        NOT_A_WORKBOOK,
        OLD_OR_LOCKED,
        DAMAGED,
        TOO_LARGE
    }

    private final Because because;

    Unreadable(Because because) {
        super(because.name(), null, false, false);
        this.because = because;
    }

    public Because because() {
        return because;
    }
}
