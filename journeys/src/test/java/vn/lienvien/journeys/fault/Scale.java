package vn.lienvien.journeys.fault;

/** How much a fault story carries: a slice in every build, all of it with {@code --faults}. */
final class Scale {

    private static final boolean WHOLE = Boolean.getBoolean("faults");

    private Scale() {}

    static <T> T of(T slice, T whole) {
        return WHOLE ? whole : slice;
    }
}
