package vn.lienvien.bed.placement.domain;

/** How far a number can be trusted by its age. */
public enum Freshness {
    FRESH(0),
    AMBER(1),
    OLD(2),
    EXPIRED(3);

    private final int steps;

    Freshness(int steps) {
        this.steps = steps;
    }

    int steps() {
        return steps;
    }
}
