package vn.lienvien.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienvien.kit.access.Roles;

/**
 * Every operation that a service's OpenAPI names: against callers of every kind, against broken
 * bodies, and with its own example. A new endpoint without a row in the service's table fails.
 */
public final class ApiSweep {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
    private static final List<String> ROLES =
            List.of(
                    Roles.REFERRER,
                    Roles.DOCTOR,
                    Roles.NURSE,
                    Roles.TEAM,
                    Roles.COORDINATOR,
                    Roles.AUTHORITY,
                    Roles.ADMIN,
                    Roles.SYSTEM);

    /** What no answer to a stranger may hold. */
    private static final List<String> INSIDE =
            List.of("vn.lienvien", "Exception", "insert into", "hibernate", "\tat ", "jackson");

    private static final List<String> BROKEN =
            List.of(
                    "",
                    "null",
                    "[]",
                    "7",
                    "\"text\"",
                    "{\"a\":",
                    "{} {}",
                    "{\"a\":NaN}",
                    "{\"a\":1e400000}",
                    "{\"__proto__\":{\"admin\":true}}",
                    "{\"@type\":\"java.lang.Object\"}",
                    "{\"createdBy\":\"me\",\"status\":\"DONE\"}",
                    "\uFEFF{}x",
                    "{\"a\":\"\\ud800\"}",
                    "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                    "{\"a\":" + "9".repeat(5000) + "}");

    /** In the place of each field of the example. */
    private static final List<String> WRONG =
            List.of("{\"$\":1}", "\"\\u0000\"", "[[[]]]", "1e90000");

    private final JsonNode api;
    private final Map<String, Set<String>> rolesOf;

    private ApiSweep(JsonNode api, Map<String, Set<String>> rolesOf) {
        this.api = api;
        this.rolesOf = rolesOf;
    }

    /**
     * @param table a line for each operation: method, path, and the roles it is for
     */
    public static ApiSweep of(String table) {
        try {
            var api = RestAssured.given().queryParam("format", "json").get("/q/openapi").asString();
            Map<String, Set<String>> rolesOf = new LinkedHashMap<>();
            table.lines()
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words.length > 2)
                    .forEach(
                            words ->
                                    rolesOf.put(
                                            words[0] + " " + words[1],
                                            Stream.of(words).skip(2).collect(Collectors.toSet())));
            return new ApiSweep(JSON.readTree(api), rolesOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation. */
    private record Operation(String method, String path, JsonNode says) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        /** A path to nothing that is there. */
        String nowhere() {
            return path.replace("{service}", "nowhere")
                    .replaceAll("\\{[^}]+\\}", UUID.randomUUID().toString());
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        all.add(
                                                                new Operation(
                                                                        each.getKey(),
                                                                        path.getKey(),
                                                                        each.getValue()))));
        return all;
    }

    public void everyOperationHasItsRow() {
        assertThat(operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(rolesOf.keySet());
    }

    public void everyOperationSaysWhatItDoesAndHowItFails() {
        assertThat(operations())
                .allSatisfy(
                        each -> {
                            assertThat(each.says().path("summary").asText())
                                    .as(each.name())
                                    .isNotBlank();
                            var answers = each.says().path("responses");
                            assertThat(List.of("401", "403", "404", "503"))
                                    .as(each.name())
                                    .allMatch(answers::has);
                            if (WITH_BODY.contains(each.method())) {
                                assertThat(List.of("400", "409", "422"))
                                        .as(each.name())
                                        .allMatch(answers::has);
                                assertThat(example(each)).as(each.name() + " example").isNotNull();
                            }
                        });
    }

    /** Whoever is nobody gets nowhere, whatever it is asked. */
    public void nobodyComesInWithoutAToken() {
        var nobody = new LinkedHashMap<String, String>();
        nobody.put("no token", null);
        nobody.put("not signed", unsigned());
        nobody.put("another issuer", TestTokens.ofAnotherIssuer("x"));
        nobody.put("another key", TestTokens.byAnotherKey("x"));
        nobody.put("expired", TestTokens.expired("x"));
        nobody.put("no token at all", "not.a.token");
        for (var each : operations()) {
            nobody.forEach(
                    (why, token) ->
                            assertThat(asked(each, token, "{}").statusCode())
                                    .as("%s with %s", each.name(), why)
                                    .isEqualTo(401));
        }
    }

    /** A role that an operation is not for is refused; the right one finds nothing elsewhere. */
    public void everyRoleIsOnlyLetWhereItBelongs() {
        for (var each : operations()) {
            for (var role : ROLES) {
                var token = TestTokens.as(role, "nowhere-hospital");
                var answer = asked(each, token, "{}");
                var as = each.name() + " as " + role + ": " + answer.asString();
                if (!rolesOf.get(each.name()).contains(role)) {
                    assertThat(answer.statusCode()).as(as).isEqualTo(403);
                } else if (each.path().contains("{")) {
                    assertThat(answer.statusCode()).as(as).isIn(400, 403, 404, 415, 422, 428);
                } else {
                    assertThat(answer.statusCode()).as(as).isLessThan(500);
                }
                clean(answer, as);
            }
        }
    }

    /**
     * @param stored something that changes with whatever is stored
     */
    public void noBrokenBodyLeavesATrace(Supplier<String> stored) {
        var before = stored.get();
        for (var each : operations()) {
            if (!WITH_BODY.contains(each.method())) {
                continue;
            }
            for (var body : broken(each)) {
                var answer = asked(each, anybody(each), body);
                var as =
                        "%s %.60s → %d %s"
                                .formatted(
                                        each.name(), body, answer.statusCode(), answer.asString());
                assertThat(answer.statusCode()).as(as).isBetween(400, 499);
                assertThat(answer.contentType()).as(as).startsWith("application/problem+json");
                assertThat(answer.<String>path("code")).as(as).isNotBlank();
                clean(answer, as);
            }
        }
        assertThat(stored.get()).as("what is stored").isEqualTo(before);
    }

    /** The example of an operation is one: its form and values are good, if only it were there. */
    public void everyExampleIsUnderstood() {
        for (var each : operations()) {
            if (WITH_BODY.contains(each.method())) {
                var answer = asked(each, anybody(each), example(each).toString());
                assertThat(answer.statusCode())
                        .as("%s: %s", each.name(), answer.asString())
                        .isIn(200, 201, 202, 204, 403, 404, 409, 428);
            }
        }
    }

    private List<String> broken(Operation operation) {
        var bodies = new ArrayList<>(BROKEN);
        if (example(operation) instanceof ObjectNode example) {
            example.fieldNames()
                    .forEachRemaining(
                            field ->
                                    WRONG.forEach(
                                            wrong -> bodies.add(with(example, field, wrong))));
        }
        return bodies;
    }

    private static String with(ObjectNode example, String field, String raw) {
        var marked = example.deepCopy();
        marked.put(field, "@@wrong@@");
        return marked.toString().replace("\"@@wrong@@\"", raw);
    }

    /** Null when there is none. */
    private JsonNode example(Operation operation) {
        var schema =
                operation
                        .says()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        while (schema.has("$ref")) {
            schema = api.at(schema.path("$ref").asText().substring(1));
        }
        var example = schema.path("examples").path(0);
        try {
            return example.isTextual()
                    ? JSON.readTree(example.asText())
                    : example.isMissingNode() ? null : example;
        } catch (IOException e) {
            throw new IllegalStateException(operation.name() + " has a broken example", e);
        }
    }

    private String anybody(Operation operation) {
        var role = rolesOf.get(operation.name()).stream().sorted().findFirst().orElseThrow();
        return TestTokens.as(role, "nowhere-hospital");
    }

    private static Response asked(Operation operation, String token, String body) {
        var asking = RestAssured.given().urlEncodingEnabled(true);
        if (token != null) {
            asking.header("Authorization", "Bearer " + token);
        }
        if (WITH_BODY.contains(operation.method())) {
            asking.contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        }
        return asking.request(operation.method().toUpperCase(Locale.ROOT), operation.nowhere());
    }

    private static void clean(Response answer, String as) {
        var body = answer.asString();
        assertThat(INSIDE).as(as).noneMatch(body::contains);
    }

    private static String unsigned() {
        var url = Base64.getUrlEncoder().withoutPadding();
        return url.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + url.encodeToString(
                        "{\"iss\":\"http://localhost/local-issuer\",\"upn\":\"x\",\"groups\":[\"admin\"],\"exp\":4102444800}"
                                .getBytes(StandardCharsets.UTF_8))
                + ".";
    }
}
