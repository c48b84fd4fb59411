package vn.lienvien.journeys.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Ports;
import vn.lienvien.local.Service;
import vn.lienvien.local.StackPlan;
import vn.lienvien.local.Supervisor;

/**
 * A system of its own whose disks are small and whose services reach database and broker over wires
 * that can fail; what dies is started again, as {@code ./lienvien up} does.
 *
 * @param said what the supervisor told the person at the terminal
 */
record ShakyGround(
        World world,
        Map<Service, Wire> toDatabase,
        Wire toBroker,
        SmallDisk ofDatabase,
        SmallDisk ofBroker,
        Supervisor supervisor,
        List<String> said)
        implements AutoCloseable {

    /** As shipped. */
    static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);

    private static final int DATABASE_MEBIBYTES = 512;
    private static final int BROKER_MEBIBYTES = 256;

    static ShakyGround start() {
        var state = Path.of("target", "shaky-" + Instant.now().toEpochMilli());
        var ofDatabase = SmallDisk.on(state.resolve("postgres"), DATABASE_MEBIBYTES);
        var ofBroker = SmallDisk.on(state.resolve("kafka"), BROKER_MEBIBYTES);
        var postgres = Ports.orFree(0);
        var kafka = Ports.orFree(0);
        var toBroker = Wire.to(kafka);
        var toDatabase = new EnumMap<Service, Wire>(Service.class);
        var plan =
                StackPlan.in(state)
                        .onPorts(0, postgres, kafka)
                        .withBroker(
                                Map.of(
                                        "advertised.listeners",
                                        "PLAINTEXT://127.0.0.1:" + toBroker.port()));
        for (var service : Service.values()) {
            var wire = Wire.to(postgres);
            toDatabase.put(service, wire);
            var database = "jdbc:postgresql://127.0.0.1:%d/" + service.database();
            plan =
                    plan.with(
                            service,
                            Map.of(
                                    "QUARKUS_DATASOURCE_JDBC_URL",
                                    database.formatted(wire.port()),
                                    "QUARKUS_FLYWAY_JDBC_URL",
                                    database.formatted(postgres)));
        }
        var said = new CopyOnWriteArrayList<String>();
        var world = World.start(plan);
        var supervisor = new Supervisor(said::add);
        supervisor.watch(world.stack().parts());
        return new ShakyGround(world, toDatabase, toBroker, ofDatabase, ofBroker, supervisor, said);
    }

    /** Since the last story began. */
    boolean hasSaid(String words) {
        return said.stream().anyMatch(line -> line.contains(words));
    }

    /** A story does not meet the patients of the one before, nor what was said of its faults. */
    void clear() {
        world.clearTheRoad();
        said.clear();
    }

    @Override
    public void close() {
        supervisor.stop();
        world.close();
        toDatabase.values().forEach(Wire::close);
        toBroker.close();
        ofDatabase.close();
        ofBroker.close();
    }
}
