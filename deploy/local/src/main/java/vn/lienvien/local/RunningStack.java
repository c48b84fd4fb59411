package vn.lienvien.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where a running stack is found by the demo and by people: written when it is ready. */
record RunningStack(URI url, String kafka, String postgres) {
    static final String FILE = "running.properties";

    static RunningStack of(Stack stack) {
        return new RunningStack(
                stack.url(), stack.kafka().bootstrap(), "127.0.0.1:" + stack.postgres().port());
    }

    static Optional<RunningStack> readFrom(Path file) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(
                new RunningStack(
                        URI.create(read.getProperty("url")),
                        read.getProperty("kafka"),
                        read.getProperty("postgres")));
    }

    void writeTo(Path file) {
        Properties properties = new Properties();
        properties.setProperty("url", url.toString());
        properties.setProperty("kafka", kafka);
        properties.setProperty("postgres", postgres);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The stack that runs on this folder now");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
