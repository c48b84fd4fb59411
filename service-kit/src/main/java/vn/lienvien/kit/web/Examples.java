package vn.lienvien.kit.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Examples of bodies and answers, by the name of their schema, as the kit and the service keep them
 * in a file each; every person in them is invented.
 */
final class Examples {

    private static final String FILE = "META-INF/api-examples.json";

    private Examples() {}

    static void into(Map<String, Schema> schemas) {
        try {
            var files = Thread.currentThread().getContextClassLoader().getResources(FILE);
            for (var file : Collections.list(files)) {
                read(file).forEach((name, example) -> put(schemas.get(name), name, example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        }
    }

    private static void put(Schema schema, String name, Object example) {
        if (schema == null) {
            throw new IllegalStateException("an example of no schema: " + name);
        }
        schema.setExamples(List.of(example));
    }
}
