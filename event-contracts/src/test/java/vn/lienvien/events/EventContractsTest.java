package vn.lienvien.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample ever published still parses. Samples are added, never edited: a new type gets its
 * first one, and a type with an added optional field its next one, by running this test with {@code
 * -Dgolden.add=true}, which writes only files that are not there.
 */
class EventContractsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A field that was added later stands in a later sample; the first one stays as it was. */
    @ParameterizedTest
    @MethodSource("types")
    void todaysCodeWritesOneOfTheSamples(Class<? extends ContractEvent> type) throws IOException {
        var folder = GOLDEN.resolve(EventTypes.typeOf(type));
        var written = JSON.readTree(EventJson.write(Samples.of(type)));
        var published = published(folder);
        if (!published.contains(written) && Boolean.getBoolean("golden.add")) {
            Files.createDirectories(folder);
            var name = published.isEmpty() ? "first" : String.valueOf(published.size() + 1);
            Files.writeString(
                    folder.resolve(name + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n",
                    StandardOpenOption.CREATE_NEW);
            published = published(folder);
        }
        assertThat(published)
                .as("samples of %s: run with -Dgolden.add=true", EventTypes.typeOf(type))
                .contains(written);
    }

    private static List<JsonNode> published(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        var published = new ArrayList<JsonNode>();
        for (var sample : samples()) {
            if (sample.getParent().equals(folder)) {
                published.add(JSON.readTree(Files.readAllBytes(sample)));
            }
        }
        return published;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleEverPublishedIsStillReadAndUnknownFieldsAreIgnored(Path sample)
            throws IOException {
        var type = EventTypes.recordFor(sample.getParent().getFileName().toString());
        var event = EventJson.read(Files.readAllBytes(sample), type);
        var again = JSON.readTree(EventJson.write(event));
        assertThat(again).isEqualTo(JSON.readTree(Files.readAllBytes(sample)));

        var richer = withUnknownFields(again.deepCopy());
        assertThat(EventJson.read(JSON.writeValueAsBytes(richer), type)).isEqualTo(event);
    }

    @Test
    void noSampleIsLeftWithoutAReader() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            assertThat(folders.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            EventTypes.all().map(EventTypes::typeOf).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTypeNamesItsTopicAndVersion(Class<? extends ContractEvent> type) {
        var event = Samples.of(type);
        var family =
                event instanceof ServiceEvent
                        ? "lienvien.service"
                        : event.topic().topicName().replace(".events", "");
        assertThat(EventTypes.typeOf(type))
                .matches("vn\\.lienvien\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[0-9]+")
                .startsWith("vn." + family)
                .endsWith(type.getSimpleName().replaceAll(".*V(\\d+)$", ".v$1"));
        assertThat(event.key()).isNotBlank();
    }

    static List<Class<? extends ContractEvent>> types() {
        return EventTypes.all().toList();
    }

    static List<Path> samples() {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.forEach(EventContractsTest::withUnknownFields);
            object.put("addedNextYear", "ignored");
        } else {
            node.forEach(EventContractsTest::withUnknownFields);
        }
        return node;
    }
}
