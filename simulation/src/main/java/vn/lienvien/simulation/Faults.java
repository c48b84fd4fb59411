package vn.lienvien.simulation;

/** A fault in one line: what it is, and where in our code it came from. */
final class Faults {

    private Faults() {}

    static String text(RuntimeException fault) {
        for (var frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("vn.lienvien")) {
                return fault + " at " + frame;
            }
        }
        return fault.toString();
    }
}
