package vn.lienvien.transfer.journey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documented states are the tested ones; {@code -Ddocs.write=true} renders them anew. */
class StatePagesTest {

    private static final Path PAGE = Path.of("../docs/transfer-states.md");

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        var rendered = StatePages.page();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, rendered);
        }
        assertThat(PAGE).content().as("run with -Ddocs.write=true").isEqualTo(rendered);
    }
}
