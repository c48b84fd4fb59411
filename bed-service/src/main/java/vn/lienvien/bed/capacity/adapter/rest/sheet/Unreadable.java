package vn.lienvien.bed.capacity.adapter.rest.sheet;

/** The file as a whole cannot be taken, whatever its cells say. */
public final class Unreadable extends Exception {

    /** Why. */
    public enum Because {
        EMPTY,
        NOT_UTF8,
        IS_A_WORKBOOK,
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
