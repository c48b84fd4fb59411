package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The JVM's archive of loaded and linked classes of one program, which halves its start. It lies
 * beside the jars it was made from and is named after them: another build never meets an old one.
 */
record AotCache(Path file) {

    static AotCache of(Service service) {
        return beside(service.jar().getParent());
    }

    static AotCache ofTheBroker() {
        return beside(KafkaProcess.jars());
    }

    boolean made() {
        return Files.exists(file);
    }

    /** What the JVM needs to use it; nothing when there is none yet. */
    List<String> flags() {
        return made()
                ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** What the JVM needs to write it when it ends. */
    List<String> trainingFlags() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    /** Puts a freshly written archive in its place, and removes those of older builds. */
    void publish() throws IOException {
        if (Files.notExists(unfinished())) {
            throw new PartFailed("the JVM wrote no start-up archive for " + file.getParent());
        }
        try (Stream<Path> others = Files.list(file.getParent())) {
            for (Path other : others.toList()) {
                String name = other.getFileName().toString();
                if (name.endsWith(".aot") && !other.equals(unfinished())) {
                    Files.delete(other);
                }
            }
        }
        Files.move(unfinished(), file);
    }

    private static AotCache beside(Path jars) {
        return new AotCache(jars.resolveSibling("start-" + fingerprint(jars) + ".aot"));
    }

    private Path unfinished() {
        return file.resolveSibling("unfinished-" + file.getFileName());
    }

    private static String fingerprint(Path jars) {
        CRC32 all = new CRC32();
        all.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(jars)) {
            for (Path jar : files.filter(Files::isRegularFile).sorted().toList()) {
                String facts =
                        jar
                                + " "
                                + Files.size(jar)
                                + " "
                                + Files.getLastModifiedTime(jar).toMillis();
                all.update(facts.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(all.getValue());
    }
}
