package vn.lienvien.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What nobody should send, and somebody will. */
final class BadInput {

    private static final String MARK = "@@here@@";
    private static final int TOO_LONG = 10_000;

    /** No body of any operation. */
    static final List<String> BODIES =
            List.of(
                    "[]",
                    "7",
                    "\"text\"",
                    "{\"a\":",
                    "{} {}",
                    "{} trailing",
                    "/* comment */ {}",
                    "{\"a\":NaN}",
                    "{\"a\":1e400000}",
                    "{\"__proto__\":{\"admin\":true}}",
                    "{\"@type\":\"java.lang.Object\"}",
                    "{\"createdBy\":\"me\",\"status\":\"DONE\"}",
                    "\uFEFF{}x",
                    "{\"a\":\"\\ud800\"}",
                    "\u0000",
                    "[".repeat(10_000),
                    "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                    "{\"a\":" + "9".repeat(100_000) + "}");

    /** Nothing at all, where something is needed. */
    static final List<String> NOTHING = List.of("", " ", "null");

    static final List<byte[]> BYTES =
            List.of(
                    new byte[] {0},
                    new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'},
                    new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'},
                    "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                    new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});

    static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "text/csv",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "nonsense");

    /** In the place of an id in a path; encoded as it is sent. */
    static final List<String> SEGMENTS =
            List.of(
                    "Not%20an%20id",
                    "00000000-0000-0000-0000-000000000000",
                    "%00",
                    "a%00b",
                    "..",
                    "%2e%2e",
                    "..%2F..%2Fetc%2Fpasswd",
                    "%252e%252e%252f",
                    "a%2Fb",
                    "1;x=y",
                    "%3B",
                    "'%20or%201=1--",
                    "%C0%80",
                    "%ED%A0%80",
                    "%F0%9F%98%80",
                    "%E2%80%AE",
                    "-1",
                    "99999999999999999999",
                    "NULL",
                    "%7Bid%7D",
                    "x".repeat(3000));

    /** As the value of a parameter; some are right for some. */
    static final List<String> QUERIES =
            List.of(
                    "",
                    "%00",
                    "a%00b",
                    "%C0%80",
                    "-1",
                    "0",
                    "1e3",
                    "99999999999999999999",
                    "2021-13-45",
                    "+10000-01-01T00:00:00Z",
                    "-999999999-01-01",
                    "2021-W99",
                    "'%20or%201=1--",
                    "%7B%7B7*7%7D%7D",
                    "..%2F..",
                    "YWJj",
                    "%F0%9F%98%80",
                    "x".repeat(2000));

    /** No key of a request; the header is sent as it is. */
    static final List<String> KEYS = List.of("two words", "tab\tin it", "k".repeat(256), "");

    private BadInput() {}

    /** Each member of the example, and each that the schema names, made wrong in turn. */
    static Set<String> mutations(ApiDocument api, JsonNode schema, JsonNode example) {
        Set<String> bodies = new LinkedHashSet<>();
        if (example instanceof ObjectNode object) {
            new Mutating(api, object, bodies).object(api.resolved(schema), object);
        }
        return bodies;
    }

    private record Mutating(ApiDocument api, ObjectNode whole, Set<String> bodies) {

        void object(JsonNode schema, ObjectNode object) {
            put(object, "unknownMember", "1");
            twice(object);
            for (var required : schema.path("required")) {
                without(object, required.asText());
            }
            var properties = schema.path("properties");
            var names = new ArrayList<String>();
            properties.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                var type = api.resolved(properties.path(name));
                wrong(type).forEach(raw -> put(object, name, raw));
                nested(type, object.path(name));
            }
        }

        private void nested(JsonNode schema, JsonNode value) {
            if (value instanceof ObjectNode inner) {
                object(schema, inner);
            } else if (value instanceof ArrayNode array && !array.isEmpty()) {
                var items = api.resolved(schema.path("items"));
                wrong(items).forEach(raw -> element(array, raw));
                element(array, "null");
                nested(items, array.get(0));
            }
        }

        private static List<String> wrong(JsonNode schema) {
            var all = new ArrayList<>(List.of("[[[]]]", "1e90000", "\"\\u0000\"", "\"\\ud800\""));
            switch (type(schema)) {
                case "string" -> {
                    all.add("7");
                    all.add("{\"a\":\"b\"}");
                    all.add("\"" + "x".repeat(TOO_LONG) + "\"");
                    if (!schema.has("enum") && !schema.has("format")) {
                        all.add("\"a\\u0000b\"");
                    }
                }
                case "integer" ->
                        all.addAll(List.of("\"12\"", "1.5", "99999999999999999999", "true"));
                case "number" -> all.addAll(List.of("\"12\"", "\"65,5\"", "true"));
                case "boolean" -> all.addAll(List.of("\"true\"", "1", "\"yes\""));
                case "array" -> all.addAll(List.of("\"x\"", "{}"));
                default -> all.add("\"text\"");
            }
            return all;
        }

        private static String type(JsonNode schema) {
            var type = schema.path("type");
            return type.isArray() ? type.get(0).asText() : type.asText();
        }

        private void put(ObjectNode object, String name, String raw) {
            var before = object.get(name);
            object.put(name, MARK);
            bodies.add(whole.toString().replace("\"" + MARK + "\"", raw));
            restore(object, name, before);
        }

        private void without(ObjectNode object, String name) {
            var before = object.remove(name);
            if (before != null) {
                bodies.add(whole.toString());
                object.set(name, before);
            }
        }

        private void element(ArrayNode array, String raw) {
            var before = array.get(0);
            array.set(0, MARK);
            bodies.add(whole.toString().replace("\"" + MARK + "\"", raw));
            array.set(0, before);
        }

        /** The same member a second time. */
        private void twice(ObjectNode object) {
            if (!object.isEmpty()) {
                var first = object.properties().iterator().next();
                object.put(MARK, MARK);
                bodies.add(
                        whole.toString()
                                .replace(
                                        "\"%1$s\":\"%1$s\"".formatted(MARK),
                                        "\"%s\":%s".formatted(first.getKey(), first.getValue())));
                object.remove(MARK);
            }
        }

        private static void restore(ObjectNode object, String name, JsonNode before) {
            if (before == null) {
                object.remove(name);
            } else {
                object.set(name, before);
            }
        }
    }
}
