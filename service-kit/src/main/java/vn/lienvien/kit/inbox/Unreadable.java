package vn.lienvien.kit.inbox;

/** A record that no repetition makes readable. */
class Unreadable extends Exception {

    private final ParkedBecause because;

    Unreadable(ParkedBecause because) {
        super(because.name(), null, false, false);
        this.because = because;
    }

    ParkedBecause because() {
        return because;
    }
}
