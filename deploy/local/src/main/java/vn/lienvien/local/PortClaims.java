package vn.lienvien.local;

/** A busy port is said before anything starts, with the way out. */
final class PortClaims {
    private static final int HIGHEST = 65_535;

    private PortClaims() {}

    static void check(StackPlan plan) {
        check("the web address", plan.ports().edge(), "--port", "LIENVIEN_PORT");
        check("PostgreSQL", plan.ports().postgres(), "--port-postgres", "LIENVIEN_PORT_POSTGRES");
        check("Kafka", plan.ports().kafka(), "--port-kafka", "LIENVIEN_PORT_KAFKA");
    }

    private static void check(String what, int port, String option, String variable) {
        if (port < 0 || port > HIGHEST) {
            throw new PartFailed(
                    "There is no port %d, wanted for %s: %s (or %s) takes 1 to %d, or 0 for a free one."
                            .formatted(port, what, option, variable, HIGHEST));
        }
        if (port != 0 && !Ports.isFree(port)) {
            throw new PartFailed(
                    """
                    Port %d, wanted for %s, is taken by another program.
                    Choose another: ./lienvien up %s %d   (or set %s)"""
                            .formatted(port, what, option, port + 1, variable));
        }
    }
}
