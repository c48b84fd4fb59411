package vn.lienvien.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A real Kafka broker, one KRaft node in a JVM and on a class path of its own: the platform BOM
 * would force its client and Jackson versions onto it.
 */
public final class KafkaProcess extends Part {
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final JavaStart java;
    private final Map<String, String> own;

    KafkaProcess(Path folder, int port) {
        this(folder, port, Map.of());
    }

    /**
     * @param own settings that win over ours
     */
    KafkaProcess(Path folder, int port, Map<String, String> own) {
        this(folder, port, JavaStart.with(AotCache.ofTheBroker()), own);
    }

    KafkaProcess(Path folder, int port, JavaStart java, Map<String, String> own) {
        this.folder = folder.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.controllerPort = Ports.orFree(0);
        this.java = java;
        this.own = own;
    }

    static Path jars() {
        return SourceTree.root().resolve("deploy/local/broker/target/lib");
    }

    /** Starts on the folder's data, formatted if need be; port 0 takes a free one. */
    public static KafkaProcess start(Path folder, int port) {
        KafkaProcess started = new KafkaProcess(folder, port);
        started.launch();
        return started;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public int port() {
        return port;
    }

    /** Makes the topics that are missing and checks the others; none is ever altered. */
    public void createTopics(String... names) {
        Topics.on(bootstrap()).make(List.of(names));
    }

    /** The four topics of the event contracts. */
    public void createTopics() {
        Topics.on(bootstrap()).make(Topics.OF_THE_CONTRACTS);
    }

    @Override
    Duration startPatience() {
        return Duration.ofSeconds(90);
    }

    @Override
    boolean ready() {
        return Ports.answers(port) && Topics.on(bootstrap()).brokerAnswers();
    }

    @Override
    ChildProcess begin() {
        try {
            Path settings = writeSettings();
            StaleProcess.endOwnerOf(folder.resolve("pid"), folder, stopSignal());
            return ChildProcess.start(
                            name(), command(settings), Map.of(), folder.resolve("kafka.log"))
                    .notedIn(folder.resolve("pid"));
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot use " + folder, e);
        }
    }

    private Path writeSettings() throws IOException {
        Files.createDirectories(folder);
        Path settings = folder.resolve("server.properties");
        try (InputStream ours = KafkaProcess.class.getResourceAsStream("broker.properties")) {
            Files.writeString(
                    settings,
                    new String(ours.readAllBytes(), StandardCharsets.UTF_8)
                            + places()
                            + ownLines());
        }
        return settings;
    }

    private String places() {
        return """

        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        advertised.listeners=PLAINTEXT://127.0.0.1:%d
        controller.quorum.voters=1@127.0.0.1:%d
        log.dirs=%s
        """
                .formatted(port, controllerPort, port, controllerPort, escaped("logs"));
    }

    /** Kafka reads its settings as Latin-1: a folder named in Vietnamese would be another one. */
    private String escaped(String name) {
        return folder.resolve(name)
                .toString()
                .chars()
                .mapToObj(
                        each ->
                                each < 0x80 && each != '\\'
                                        ? Character.toString(each)
                                        : "\\u%04x".formatted(each))
                .collect(Collectors.joining());
    }

    private String ownLines() {
        return own.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>(java.command());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        jars() + "/*",
                        "vn.lienvien.local.broker.Broker",
                        settings.toString()));
        return command;
    }
}
