package vn.lienvien.events;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renders what is written about the events from the records themselves and their Javadoc, so that
 * it cannot lie.
 */
final class EventDocs {

    private static final Path SOURCES = Path.of("src/main/java/vn/lienvien/events");

    private EventDocs() {}

    /** The tables of docs/events.md, one a topic. */
    static String tables() {
        var page = new StringBuilder();
        byTopic()
                .forEach(
                        (topic, types) -> {
                            page.append("### ").append(topic.topicName()).append("\n\n");
                            page.append("| type | says | data |\n|---|---|---|\n");
                            types.forEach(type -> page.append(row(type)));
                            page.append('\n');
                        });
        return page.toString();
    }

    /** The whole AsyncAPI 3 document. */
    static String asyncApi() {
        var api = new StringBuilder();
        api.append(
                """
                asyncapi: 3.0.0
                info:
                  title: LienVien events
                  version: 1.0.0
                  description: CloudEvents 1.0, Kafka binary mode; generated from the records of event-contracts.
                  license:
                    name: Apache-2.0
                defaultContentType: application/json
                channels:
                """);
        byTopic()
                .forEach(
                        (topic, types) -> {
                            api.append("  %s:\n".formatted(topic.name().toLowerCase(Locale.ROOT)));
                            api.append(
                                    "    address: %s\n    messages:\n"
                                            .formatted(topic.topicName()));
                            types.forEach(
                                    type ->
                                            api.append(
                                                            "      %s:\n"
                                                                    .formatted(
                                                                            type.getSimpleName()))
                                                    .append(
                                                            "        $ref: '#/components/messages/%s'\n"
                                                                    .formatted(
                                                                            type.getSimpleName())));
                            api.append(
                                    "    bindings:\n      kafka:\n        partitions: %d\n"
                                            .formatted(Topic.PARTITIONS));
                        });
        api.append("operations:\n");
        byTopic()
                .keySet()
                .forEach(
                        topic -> {
                            var channel = topic.name().toLowerCase(Locale.ROOT);
                            api.append(
                                    "  receive-%s:\n    action: receive\n    channel:\n      $ref: '#/channels/%s'\n"
                                            .formatted(channel, channel));
                        });
        api.append("components:\n  messages:\n");
        byTopic()
                .values()
                .forEach(
                        types ->
                                types.forEach(
                                        type ->
                                                api.append(
                                                                "    %s:\n"
                                                                        .formatted(
                                                                                type
                                                                                        .getSimpleName()))
                                                        .append(
                                                                "      name: %s\n"
                                                                        .formatted(
                                                                                EventTypes.typeOf(
                                                                                        type)))
                                                        .append(
                                                                "      summary: >-\n        %s\n"
                                                                        .formatted(says(type)))
                                                        .append(
                                                                "      payload:\n        $ref: '#/components/schemas/%s'\n"
                                                                        .formatted(
                                                                                type
                                                                                        .getSimpleName()))));
        api.append("  schemas:\n");
        schemas().forEach(type -> api.append(schema(type)));
        return api.toString();
    }

    private static Map<Topic, List<Class<? extends ContractEvent>>> byTopic() {
        var byTopic = new TreeMap<Topic, List<Class<? extends ContractEvent>>>();
        EventTypes.all()
                .forEach(
                        type ->
                                topics(type)
                                        .forEach(
                                                topic ->
                                                        byTopic.computeIfAbsent(
                                                                        topic,
                                                                        _ -> new ArrayList<>())
                                                                .add(type)));
        return byTopic;
    }

    /** What a service says of itself may be on any topic it writes. */
    private static List<Topic> topics(Class<? extends ContractEvent> type) {
        return ServiceEvent.class.isAssignableFrom(type)
                ? List.of(Topic.values())
                : List.of(Samples.of(type).topic());
    }

    private static String row(Class<? extends ContractEvent> type) {
        var data =
                Arrays.stream(type.getRecordComponents())
                        .map(c -> "`" + c.getName() + "` " + typeName(c))
                        .collect(joining(", "));
        return "| `%s` | %s | %s |\n".formatted(EventTypes.typeOf(type), says(type), data);
    }

    private static String typeName(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? ((Class<?>) list.getActualTypeArguments()[0]).getSimpleName() + "[]"
                : component.getType().getSimpleName();
    }

    /** The first sentence of the record's Javadoc. */
    private static String says(Class<? extends ContractEvent> type) {
        try {
            var source =
                    Files.readString(
                            SOURCES.resolve(type.getEnclosingClass().getSimpleName() + ".java"));
            var doc =
                    Pattern.compile(
                                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@EventType\\([^)]*\\)\\s*record "
                                            + type.getSimpleName()
                                            + "\\(",
                                    Pattern.DOTALL)
                            .matcher(source);
            if (!doc.find()) {
                throw new IllegalStateException(type + " says nothing about itself");
            }
            return doc.group(1)
                    .replaceAll("(?m)^\\s*\\*", "")
                    .replaceAll("(?s)@param.*", "")
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedSet<Class<?>> schemas() {
        var all = new LinkedHashSet<Class<?>>();
        EventTypes.all().forEach(type -> collect(type, all));
        return all;
    }

    private static void collect(Class<?> type, SequencedSet<Class<?>> all) {
        if (!(type.isRecord() || type.isEnum()) || !all.add(type) || !type.isRecord()) {
            return;
        }
        Stream.of(type.getRecordComponents()).map(EventDocs::element).forEach(t -> collect(t, all));
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static String schema(Class<?> type) {
        var head = "    %s:\n".formatted(type.getSimpleName());
        if (type.isEnum()) {
            return head
                    + "      type: string\n      enum: [%s]\n"
                            .formatted(
                                    Stream.of(type.getEnumConstants())
                                            .map(Object::toString)
                                            .collect(joining(", ")));
        }
        if (isCode(type)) {
            return head + "      type: string\n";
        }
        var fields = new StringBuilder(head).append("      type: object\n      properties:\n");
        for (var component : type.getRecordComponents()) {
            fields.append("        %s:\n".formatted(component.getName()));
            if (component.getType() == List.class) {
                fields.append(
                        "          type: array\n          items:\n            %s\n"
                                .formatted(reference(element(component))));
            } else {
                fields.append("          %s\n".formatted(reference(component.getType())));
            }
        }
        return fields.toString();
    }

    private static String reference(Class<?> type) {
        if (type == UUID.class) {
            return "{type: string, format: uuid}";
        }
        if (type == Instant.class) {
            return "{type: string, format: date-time}";
        }
        if (type == BigDecimal.class) {
            return "{type: number}";
        }
        if (type == boolean.class) {
            return "{type: boolean}";
        }
        if (type.isPrimitive() || type == Integer.class) {
            return "{type: integer}";
        }
        return "{$ref: '#/components/schemas/%s'}".formatted(type.getSimpleName());
    }

    private static boolean isCode(Class<?> type) {
        return type == OrganisationCode.class
                || type == UnitCode.class
                || type == CaseCode.class
                || type == ProvinceCode.class;
    }
}
