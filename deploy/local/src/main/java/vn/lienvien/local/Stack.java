package vn.lienvien.local;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.lienvien.local.edge.Edge;
import vn.lienvien.local.edge.Routes;
import vn.lienvien.local.issuer.Issuer;

/**
 * The whole system on this machine, for {@code ./lienvien up} and for the journeys alike. Nothing
 * is restarted by itself here: that is the {@link Supervisor}'s part.
 */
public final class Stack implements AutoCloseable {
    private final StackPlan plan;
    private final StateFolder state;
    private final Issuer issuer;
    private final PostgresProcess postgres;
    private final KafkaProcess kafka;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Edge edge;
    private final Progress progress;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Stack(StackPlan plan, StateFolder state, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.state = state;
        this.issuer = state.issuer();
        this.postgres = new PostgresProcess(state.path("postgres"), plan.ports().postgres());
        this.kafka = new KafkaProcess(state.path("kafka"), plan.ports().kafka(), plan.broker());
        int edgePort = Ports.orFree(plan.ports().edge());
        Surroundings surroundings =
                new Surroundings(postgres, kafka.bootstrap(), edgePort, state.secrets());
        Routes routes = new Routes();
        for (Service service : plan.services()) {
            routes.add(service.paths(), replicasOf(service, surroundings));
        }
        this.edge = Edge.start(edgePort, routes, issuer);
    }

    /** Starts everything and returns when it is ready; port numbers are in the plan. */
    public static Stack start(StackPlan plan) {
        Stack stack = prepare(plan, Progress.SILENT);
        try {
            stack.launch();
            return stack;
        } catch (RuntimeException e) {
            stack.stop();
            throw e;
        }
    }

    /** Claims folder and ports, so that a launcher can stop it while it is still starting. */
    static Stack prepare(StackPlan plan, Progress progress) {
        StateFolder state = StateFolder.claim(plan.state());
        try {
            PortClaims.check(plan);
            return new Stack(plan, state, progress);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    void launch() {
        new StartOrder(plan, postgres, kafka, services, state.secrets(), progress).run();
        RunningStack.of(this).writeTo(state.path(RunningStack.FILE));
    }

    public URI url() {
        return edge.url();
    }

    public Issuer issuer() {
        return issuer;
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    public KafkaProcess kafka() {
        return kafka;
    }

    /** The first replica. */
    public ServiceProcess service(Service service) {
        return replicas(service).getFirst();
    }

    public List<ServiceProcess> replicas(Service service) {
        return services.stream().filter(part -> part.service() == service).toList();
    }

    /** In the order in which they are stopped. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(services);
        parts.add(kafka);
        parts.add(postgres);
        return parts;
    }

    /** As the role that migrates: for checks by SQL, and for the clock. */
    public Connection ownerConnection(Service service) throws SQLException {
        String database = service.database();
        return DriverManager.getConnection(
                postgres.jdbcUrl(database),
                database + "_owner",
                state.secrets().get(database + "-owner.password"));
    }

    /** Moves the time that decides, in all databases at once. */
    public ShiftedClock clock() {
        return new ShiftedClock(this, plan.services());
    }

    /** Of the programs whose start-up archive is still to be made. */
    List<TrainingRun> trainingRuns() {
        Surroundings nowhere =
                new Surroundings(postgres, "127.0.0.1:1", edge.port(), state.secrets());
        return new TrainingGround(state.path("training"), postgres, nowhere, issuer)
                .runs(plan.services());
    }

    /** Services first, while what they depend on still answers. */
    public void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        StopOrder.run(services, kafka, postgres, progress);
        edge.close();
        RunningStack.remove(state.path(RunningStack.FILE));
        state.close();
    }

    @Override
    public void close() {
        stop();
    }

    private List<Integer> replicasOf(Service service, Surroundings surroundings) {
        List<Integer> ports = new ArrayList<>();
        Map<String, String> environment = surroundings.of(service);
        environment.putAll(plan.settings().getOrDefault(service, Map.of()));
        JavaStart java = JavaStart.with(AotCache.of(service));
        for (int number = 1; number <= plan.replicas(); number++) {
            String node = service.database() + "-" + number;
            Path folder = state.path("services").resolve(node);
            ServiceProcess replica =
                    new ServiceProcess(service, node, 0, environment, folder, java);
            services.add(replica);
            ports.add(replica.port());
        }
        return ports;
    }
}
