package vn.lienvien.kit.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.util.HashUtil;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.problem.Problem;

/** Who asked for what under which key; a key of one user means nothing for another. */
public record Key(
        String organisation, String user, String operation, String value, String bodyHash) {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,255}");

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .findAndAddModules()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    public static final String HEADER = "Idempotency-Key";

    /** An empty one too is no key: whoever sends it counts on being answered once. */
    public static boolean isAbsentOrWellFormed(String value) {
        return value == null || SHAPE.matcher(value).matches();
    }

    public static Problem malformed() {
        return Problem.of(
                400,
                "idempotency-key-malformed",
                "Idempotency-Key malformed",
                "Idempotency-Key is 1 to 255 visible ASCII characters.");
    }

    static Key of(String value, Actor actor, String operation, Object body) {
        return new Key(actor.organisation().value(), actor.user(), operation, value, hash(body));
    }

    /** The columns of the key, and more after them, as parameters of a statement. */
    Object[] with(Object... more) {
        return Stream.concat(Stream.of(organisation, user, operation, value), Stream.of(more))
                .toArray();
    }

    private static String hash(Object body) {
        try {
            return HashUtil.sha256(CANONICAL.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
