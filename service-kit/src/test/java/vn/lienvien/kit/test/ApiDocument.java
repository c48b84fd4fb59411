package vn.lienvien.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A service's own OpenAPI: its operations, and whether a value is what its schemas say. */
final class ApiDocument {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String PROBLEM = "application/problem+json";

    private static final String OF_JSON = "application/json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode root;
    private final JsonNode strict;
    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new HashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.strict = root.path("components").deepCopy();
        closed(strict);
    }

    static ApiDocument ofTheService() {
        try {
            return new ApiDocument(
                    JSON.readTree(
                            RestAssured.given()
                                    .queryParam("format", "json")
                                    .get("/q/openapi")
                                    .asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation, with what the document says of it. */
    record Operation(String method, String path, JsonNode says) {

        String name() {
            return method + " " + path;
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** Null when it takes none. */
        String bodyType() {
            var content = says.path("requestBody").path("content");
            return content.isEmpty() ? null : content.fieldNames().next();
        }

        boolean takesJson() {
            return OF_JSON.equals(bodyType());
        }

        boolean needsBody() {
            return says.path("requestBody").path("required").asBoolean(false);
        }

        JsonNode body() {
            return says.path("requestBody").path("content").path(OF_JSON).path("schema");
        }

        /** Names of the parameters in the query, the path or the header. */
        List<String> parameters(String in) {
            return StreamSupport.stream(says.path("parameters").spliterator(), false)
                    .filter(each -> each.path("in").asText().equals(in))
                    .map(each -> each.path("name").asText())
                    .toList();
        }

        Stream<Map.Entry<String, JsonNode>> answers() {
            return says.path("responses").properties().stream();
        }

        /** What every problem holds, as the first documented says. */
        JsonNode problem() {
            return says.at("/responses/401/content/application~1problem+json/schema");
        }

        /** What an answer of this status holds; missing when the document does not say. */
        JsonNode answer(int status) {
            return says.path("responses")
                    .path(String.valueOf(status))
                    .path("content")
                    .path(OF_JSON)
                    .path("schema");
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        all.add(
                                                                new Operation(
                                                                        each.getKey()
                                                                                .toUpperCase(
                                                                                        Locale
                                                                                                .ROOT),
                                                                        path.getKey(),
                                                                        each.getValue()))));
        return all;
    }

    /** The schema itself, where this is a reference. */
    JsonNode resolved(JsonNode schema) {
        var found = schema;
        while (found.has("$ref")) {
            found = root.at(found.path("$ref").asText().substring(1));
        }
        for (var each : found.path("anyOf")) {
            if (!each.path("type").asText().equals("null")) {
                return resolved(each);
            }
        }
        return found;
    }

    /** The example of a schema, or of the items of an array. */
    Optional<JsonNode> example(JsonNode schema) {
        var found = resolved(schema);
        var example = found.path("examples").path(0);
        if (!example.isMissingNode()) {
            return Optional.of(read(example));
        }
        return found.has("items")
                ? example(found.path("items")).map(one -> JSON.createArrayNode().add(one))
                : Optional.empty();
    }

    /** Annotations hold JSON as text. */
    private static JsonNode read(JsonNode example) {
        try {
            return example.isTextual() ? JSON.readTree(example.asText()) : example;
        } catch (IOException e) {
            throw new UncheckedIOException("a broken example: " + example, e);
        }
    }

    /** What is wrong with a value; a member that the document does not name is wrong too. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema.toString(), _ -> compile(schema))
                .validate(
                        value,
                        context ->
                                context.executionConfig(each -> each.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Without what is null: that says no more than if it were absent. */
    static JsonNode known(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        value.forEach(ApiDocument::known);
        return value;
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        closed(whole);
        whole.set("components", strict);
        return schemas.getSchema(whole);
    }

    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode node
                && node.path("properties").isObject()
                && !node.has("additionalProperties")) {
            node.put("additionalProperties", false);
        }
        schema.forEach(ApiDocument::closed);
    }
}
