package vn.lienvien.journeys.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The floor: request, hold, alert and update with the same commits and sends as the product, in one
 * JVM, with plain JDBC and kafka-clients, and nothing of what makes it safe to use.
 */
final class Floor implements Chain, AutoCloseable {

    /** Opens one more connection to the floor's own database. */
    interface Connections {
        Connection open() throws SQLException;
    }

    static final String REQUESTED = "bench.floor.requested";
    static final String HELD = "bench.floor.held";

    private static final int WRITERS = 16;
    private static final int CONSUMERS_A_TOPIC = 3;
    private static final String BODY = "{\"filler\":\"%s\"}".formatted("x".repeat(580));

    private static final String HOLD =
            """
            with free as (
              select id from slot where transfer is null and id >= ? order by id limit 1 for update skip locked),
            held as (
              update slot set transfer = ? from free where slot.id = free.id returning slot.id, slot.transfer),
            offered as (
              insert into offer select transfer, id, clock_timestamp() + interval '1 hour' from held
              returning transfer)
            insert into outbox (key, body) select transfer, '%s' from offered
            """
                    .formatted(BODY);

    private final BlockingQueue<Connection> writers = new ArrayBlockingQueue<>(WRITERS);
    private final KafkaProducer<String, byte[]> producer;
    private final List<FloorConsumer> consumers = new ArrayList<>();

    /** Where to look for a free slot; without it dead index entries would make the floor sag. */
    private final AtomicInteger nextSlot = new AtomicInteger(1);

    private final Map<UUID, Pending> pending = new ConcurrentHashMap<>();

    /** Done when the alert is stored and the transfer updated, in whichever order. */
    private record Pending(AtomicInteger missing, CompletableFuture<Void> done) {
        void arrived() {
            if (missing.decrementAndGet() == 0) {
                done.complete(null);
            }
        }
    }

    Floor(String bootstrap, Connections connections, int slots) throws SQLException {
        try (var setup = connections.open()) {
            FloorSchema.install(setup, slots);
        }
        for (var n = 0; n < WRITERS; n++) {
            writers.add(transactional(connections));
        }
        producer = new KafkaProducer<>(settings(bootstrap));
        var run = UUID.randomUUID().toString();
        for (var n = 0; n < CONSUMERS_A_TOPIC; n++) {
            consumers.add(
                    consumer(
                            bootstrap,
                            "bed-" + run,
                            REQUESTED,
                            connections,
                            this::hold,
                            this::sendHeld));
            consumers.add(
                    consumer(
                            bootstrap,
                            "alert-" + run,
                            HELD,
                            connections,
                            Floor::alert,
                            this::arrived));
            consumers.add(
                    consumer(
                            bootstrap,
                            "update-" + run,
                            HELD,
                            connections,
                            Floor::update,
                            this::arrived));
        }
    }

    @Override
    public CompletableFuture<Void> begin() {
        var transfer = UUID.randomUUID();
        var done = new CompletableFuture<Void>();
        pending.put(transfer, new Pending(new AtomicInteger(2), done));
        try {
            var connection = writers.take();
            try {
                request(connection, transfer);
                send(REQUESTED, List.of(transfer));
                stamp(connection, List.of(transfer));
            } finally {
                writers.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's database failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    @Override
    public void close() throws SQLException {
        for (var consumer : consumers) {
            consumer.close();
        }
        producer.close();
        for (var connection : writers) {
            connection.close();
        }
    }

    private static void request(Connection connection, UUID transfer) throws SQLException {
        run(connection, "insert into transfer values (?, 'SEEKING', '" + BODY + "')", transfer);
        run(connection, "insert into outbox (key, body) values (?, '" + BODY + "')", transfer);
        connection.commit();
    }

    /** Two commits, as in bed-service: the search is recorded, then the allocator holds. */
    private void hold(Connection connection, List<UUID> transfers) throws SQLException {
        for (var transfer : transfers) {
            run(connection, "insert into placement values (?, 'SEEKING')", transfer);
        }
        connection.commit();
        for (var transfer : transfers) {
            try (var statement = connection.prepareStatement(HOLD)) {
                statement.setInt(1, nextSlot.getAndIncrement());
                statement.setObject(2, transfer);
                statement.executeUpdate();
            }
            run(connection, "update placement set state = 'OFFERED' where transfer = ?", transfer);
        }
    }

    private static void alert(Connection connection, List<UUID> transfers) throws SQLException {
        for (var transfer : transfers) {
            for (var n = 0; n < 3; n++) {
                run(
                        connection,
                        "insert into obligation (transfer, body) values (?, '" + BODY + "')",
                        transfer);
            }
        }
    }

    private static void update(Connection connection, List<UUID> transfers) throws SQLException {
        for (var transfer : transfers) {
            run(connection, "update transfer set state = 'OFFERED' where id = ?", transfer);
            run(connection, "insert into event values (?, 1, '" + BODY + "')", transfer);
        }
    }

    private void sendHeld(List<UUID> transfers) {
        send(HELD, transfers);
        try {
            var connection = writers.take();
            try {
                stamp(connection, transfers);
            } finally {
                writers.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's database failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void arrived(List<UUID> transfers) {
        transfers.stream().map(pending::get).forEach(Pending::arrived);
    }

    private void send(String topic, List<UUID> transfers) {
        var body = BODY.getBytes(StandardCharsets.UTF_8);
        var acks = new ArrayList<Future<RecordMetadata>>();
        transfers.forEach(
                t -> acks.add(producer.send(new ProducerRecord<>(topic, t.toString(), body))));
        try {
            for (var ack : acks) {
                ack.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the floor's broker failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stamp(Connection connection, List<UUID> transfers) throws SQLException {
        for (var transfer : transfers) {
            run(
                    connection,
                    "update outbox set published_at = clock_timestamp() where key = ? and published_at is null",
                    transfer);
        }
        connection.commit();
    }

    private static void run(Connection connection, String sql, UUID transfer) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, transfer);
            statement.executeUpdate();
        }
    }

    private FloorConsumer consumer(
            String bootstrap,
            String group,
            String topic,
            Connections connections,
            FloorConsumer.Work work,
            java.util.function.Consumer<List<UUID>> committed)
            throws SQLException {
        return new FloorConsumer(
                bootstrap, group, topic, transactional(connections), work, committed);
    }

    private static Connection transactional(Connections connections) throws SQLException {
        var connection = connections.open();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Map<String, Object> settings(String bootstrap) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("key.serializer", StringSerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return settings;
    }
}
