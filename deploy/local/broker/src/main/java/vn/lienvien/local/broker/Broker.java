package vn.lienvien.local.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.Kafka;
import kafka.tools.StorageTool;

import org.apache.kafka.common.Uuid;

/** Formats the log folder once and runs the broker: one JVM start instead of two. */
public final class Broker {

    private Broker() {}

    public static void main(String[] args) throws IOException {
        String settings = args[0];
        if (Files.notExists(logFolder(Path.of(settings)).resolve("meta.properties"))) {
            int failed = StorageTool.execute(
                    new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings},
                    System.out);
            if (failed != 0) {
                System.exit(failed);
            }
        }
        Kafka.main(new String[] {settings});
    }

    private static Path logFolder(Path settings) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }
}
