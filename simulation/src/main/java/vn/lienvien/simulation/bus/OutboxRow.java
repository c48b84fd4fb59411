package vn.lienvien.simulation.bus;

/** An event that is to be published; its identity shows when its transaction began, not ended. */
public final class OutboxRow {

    private final long id;
    private final Published record;
    private boolean published;

    OutboxRow(long id, Published record) {
        this.id = id;
        this.record = record;
    }

    long id() {
        return id;
    }

    public Published record() {
        return record;
    }

    public boolean published() {
        return published;
    }

    void stamp(boolean done) {
        published = done;
    }
}
