package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One replica of a service: its packaged jar in a small JVM, configured by environment only. */
public final class ServiceProcess extends Part {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Setting of a plan that gives a service more heap than one machine's few users need. */
    public static final String HEAP = "LIENVIEN_HEAP";

    /**
     * The first compiler only: on the two cores of one machine the second takes more from the
     * services in their first minutes than its code gives back (docs/performance.md).
     */
    private static final List<String> SMALL_JVM =
            List.of(
                    "-Xss512k",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:ReservedCodeCacheSize=64m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Service service;
    private final String node;
    private final int port;
    private final int managementPort = Ports.orFree(0);
    private final Map<String, String> environment;
    private final Path folder;
    private final JavaStart java;

    ServiceProcess(
            Service service,
            String node,
            int port,
            Map<String, String> environment,
            Path folder,
            JavaStart java) {
        this.java = java;
        this.service = service;
        this.node = node;
        this.port = Ports.orFree(port);
        this.folder = folder.toAbsolutePath();
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        this.environment.put("QUARKUS_HTTP_PORT", "" + this.port);
        this.environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        this.environment.put("QUARKUS_MANAGEMENT_PORT", "" + managementPort);
        this.environment.put("LIENVIEN_KIT_AUDIT_CHECKPOINT_FILE", "" + checkpoints());
        // The name must be the same at every start: the broker knows the replica by it.
        this.environment.put("LIENVIEN_NODE", node);
        this.environment.put("MALLOC_ARENA_MAX", "2");
    }

    public Service service() {
        return service;
    }

    /** Past the edge: for tests that must reach one replica. */
    public URI url() {
        return loopback(port);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return node;
    }

    @Override
    public int port() {
        return port;
    }

    /**
     * The line of audit rows ends earlier after a restore: what it was held against is put aside.
     */
    void putCheckpointsAside() {
        try {
            if (Files.exists(checkpoints())) {
                Files.move(
                        checkpoints(),
                        folder.resolve("audit-checkpoints-before-restore"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path checkpoints() {
        return folder.resolve("audit-checkpoints");
    }

    @Override
    Duration startPatience() {
        return Duration.ofMinutes(2);
    }

    @Override
    boolean ready() {
        HttpRequest question =
                HttpRequest.newBuilder(loopback(managementPort).resolve("/q/health/ready"))
                        .timeout(Duration.ofSeconds(3))
                        .build();
        try {
            return Ports.answers(port)
                    && HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    ChildProcess begin() {
        if (Files.notExists(service.jar())) {
            throw new PartFailed(
                    service.module() + " is not built: mvn package -DskipTests, or ./lienvien up");
        }
        try {
            Files.createDirectories(folder);
            StaleProcess.endOwnerOf(folder.resolve("pid"), folder, stopSignal());
            return ChildProcess.start(node, command(), environment, folder.resolve(node + ".log"))
                    .notedIn(folder.resolve("pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(node + " cannot use " + folder, e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(java.command());
        command.add("-Xmx" + environment.getOrDefault(HEAP, "128m"));
        command.addAll(SMALL_JVM);
        command.add("-Dlienvien.folder=" + folder);
        command.addAll(List.of("-jar", service.jar().toString()));
        return command;
    }
}
