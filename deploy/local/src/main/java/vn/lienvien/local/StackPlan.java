package vn.lienvien.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What to start and where; port 0 takes a free one. */
public record StackPlan(
        Path state,
        int edgePort,
        int postgresPort,
        int kafkaPort,
        Set<Service> services,
        int replicas,
        boolean afterRestore) {

    /** Everything once, on free ports. */
    public static StackPlan in(Path state) {
        return new StackPlan(state, 0, 0, 0, EnumSet.allOf(Service.class), 1, false);
    }

    public StackPlan onPorts(int edge, int postgres, int kafka) {
        return new StackPlan(state, edge, postgres, kafka, services, replicas, afterRestore);
    }

    public StackPlan only(Set<Service> some) {
        return new StackPlan(
                state, edgePort, postgresPort, kafkaPort, some, replicas, afterRestore);
    }

    /** So many processes of each service. */
    public StackPlan replicated(int times) {
        return new StackPlan(
                state, edgePort, postgresPort, kafkaPort, services, times, afterRestore);
    }

    /** The databases come from a backup: see {@link RestoredCounters}. */
    public StackPlan afterRestore(boolean restored) {
        return new StackPlan(
                state, edgePort, postgresPort, kafkaPort, services, replicas, restored);
    }
}
