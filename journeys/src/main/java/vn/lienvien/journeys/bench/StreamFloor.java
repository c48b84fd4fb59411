package vn.lienvien.journeys.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lienvien.events.Topic;

/**
 * The least that shows events to many: one thread polls a topic and writes each record, as bytes
 * that are the same for all, to every socket. No access, no queue, no resume, no heartbeat; a
 * process of its own in as small a JVM as a service has.
 */
final class StreamFloor implements AutoCloseable {

    private static final List<String> JVM =
            List.of(
                    "-Xmx128m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final int port;

    private StreamFloor(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static StreamFloor start(String bootstrap, String topic) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(StreamFloor.class.getName(), bootstrap, topic));
        var process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        var said =
                new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
        if (said == null) {
            throw new IOException("the floor did not start");
        }
        return new StreamFloor(process, Integer.parseInt(said));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws IOException {
        var readers = new CopyOnWriteArrayList<SocketChannel>();
        var server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1024);
        try (var consumer = consumer(arguments[0], arguments[1])) {
            System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
            Thread.ofPlatform().daemon().start(() -> acceptAll(server, readers));
            for (var number = 1; ; ) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    var frame = chunk(frame(number++, record.key()));
                    for (var reader : readers) {
                        reader.write(frame.duplicate());
                    }
                }
            }
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrap, String topic) {
        var consumer =
                new KafkaConsumer<String, byte[]>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "key.deserializer",
                                StringDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class));
        var partitions =
                IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static void acceptAll(ServerSocketChannel server, List<SocketChannel> readers) {
        var hello =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
        var request = ByteBuffer.allocate(8192);
        try {
            while (true) {
                var reader = server.accept();
                reader.read(request.clear());
                reader.write(ByteBuffer.wrap(hello.getBytes(StandardCharsets.US_ASCII)));
                reader.write(chunk("id: 0\n\n"));
                reader.configureBlocking(false);
                readers.add(reader);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the floor cannot accept", e);
        }
    }

    /** As long as the product's. */
    private static String frame(int number, String transfer) {
        return "id: 0193b0c8-0000-7000-8000-000000000001-%d\nevent: %s\ndata: {\"id\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\",\"sequence\":1,\"transferId\":\"%s\"}\n\n"
                .formatted(number, Ticks.EVENT, transfer, Ticks.TYPE, transfer, transfer);
    }

    private static ByteBuffer chunk(String text) {
        var bytes =
                (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
