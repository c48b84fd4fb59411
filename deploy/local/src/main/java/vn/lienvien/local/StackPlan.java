package vn.lienvien.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to start and where; port 0 takes a free one.
 *
 * @param settings what a service is told beside where everything is, as environment variables
 * @param broker settings of the broker that win over ours
 */
public record StackPlan(
        Path state,
        Wanted ports,
        Set<Service> services,
        int replicas,
        boolean afterRestore,
        Map<Service, Map<String, String>> settings,
        Map<String, String> broker) {

    /** One machine; more is a mistake of typing. */
    private static final int MOST_REPLICAS = 9;

    /** Ports of what is reached from outside; the services take free ones. */
    public record Wanted(int edge, int postgres, int kafka) {}

    /** Everything once, on free ports. */
    public static StackPlan in(Path state) {
        return new StackPlan(
                state,
                new Wanted(0, 0, 0),
                EnumSet.allOf(Service.class),
                1,
                false,
                Map.of(),
                Map.of());
    }

    public StackPlan onPorts(int edge, int postgres, int kafka) {
        var ports = new Wanted(edge, postgres, kafka);
        return new StackPlan(state, ports, services, replicas, afterRestore, settings, broker);
    }

    public StackPlan only(Set<Service> some) {
        return new StackPlan(state, ports, some, replicas, afterRestore, settings, broker);
    }

    /** So many processes of each service. */
    public StackPlan replicated(int times) {
        if (times < 1 || times > MOST_REPLICAS) {
            throw new PartFailed(
                    "%d processes of each service cannot be started: --replicas takes 1 to %d."
                            .formatted(times, MOST_REPLICAS));
        }
        return new StackPlan(state, ports, services, times, afterRestore, settings, broker);
    }

    /** The databases come from a backup: see {@link RestoredCounters}. */
    public StackPlan afterRestore(boolean restored) {
        return new StackPlan(state, ports, services, replicas, restored, settings, broker);
    }

    /** A service is set up as an installation would: by its environment. */
    public StackPlan with(Service service, Map<String, String> environment) {
        var all = new EnumMap<Service, Map<String, String>>(Service.class);
        all.putAll(settings);
        var own = new HashMap<>(all.getOrDefault(service, Map.of()));
        own.putAll(environment);
        all.put(service, Map.copyOf(own));
        return new StackPlan(state, ports, services, replicas, afterRestore, all, broker);
    }

    /** The broker is set up as an installation would: by its own settings. */
    public StackPlan withBroker(Map<String, String> own) {
        return new StackPlan(state, ports, services, replicas, afterRestore, settings, own);
    }
}
