package vn.lienvien.transfer.journey.adapter.rest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.Violation;

/** Where the next page begins, opaque to readers. */
final class Cursor {

    private static final int BYTES = 16;

    private Cursor() {}

    static String after(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(BYTES)
                                .putLong(last.getMostSignificantBits())
                                .putLong(last.getLeastSignificantBits())
                                .array());
    }

    static UUID read(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    private static RuntimeException unknown() {
        return Problem.invalid(
                        List.of(
                                new Violation(
                                        "cursor", "unknown-cursor", "Take the cursor of a page.")))
                .exception();
    }
}
