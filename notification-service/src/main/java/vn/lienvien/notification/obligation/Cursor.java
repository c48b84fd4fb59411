package vn.lienvien.notification.obligation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** Where the next page begins: after this one, by due time. */
record Cursor(Instant dueAt, UUID id) {

    static Cursor after(ObligationRow row) {
        return new Cursor(row.dueAt, row.id);
    }

    /** What we gave out ourselves; anything else is the caller's mistake. */
    static Cursor parse(String text) {
        try {
            var parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Problem.invalid(
                            List.of(
                                    new Violation(
                                            "cursor", "unknown-cursor", "is not one we gave out")))
                    .exception();
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((dueAt + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
