package vn.lienvien.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a release changes in data that an older one has left, to be run once more on a test's. */
final class Migrations {

    private Migrations() {}

    static String text(String name) {
        try (var file = Migrations.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
