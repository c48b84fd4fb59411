package vn.lienvien.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The written contract says what the records say; {@code -Ddocs.write=true} renders it anew. */
class EventDocsTest {

    private static final String MARK = "<!-- below: rendered from the records, do not edit -->\n";

    @Test
    void theEventsPageListsEveryType() throws IOException {
        var page = Path.of("../docs/events.md");
        var written = Files.readString(page);
        var head = written.substring(0, written.indexOf(MARK) + MARK.length());
        holds(page, head + "\n" + EventDocs.tables());
    }

    @Test
    void asyncApiDescribesEveryRecord() throws IOException {
        holds(Path.of("asyncapi.yaml"), EventDocs.asyncApi());
    }

    private static void holds(Path file, String rendered) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, rendered);
        }
        assertThat(file).content().as("run with -Ddocs.write=true").isEqualTo(rendered);
    }
}
