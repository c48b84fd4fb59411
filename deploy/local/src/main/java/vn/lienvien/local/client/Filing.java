package vn.lienvien.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A request as the referring hospital files it; read from the published cases in {@code /cases}.
 */
public final class Filing {

    private static final List<String> CASES =
            List.of("C01", "C02", "C03", "C05", "C06", "C08", "search");

    private static final String INSURANCE = "GD4940";

    private static final int SINCE_BIRTHDAY = 100;

    private Filing() {}

    /** What only these patients have: no topic, log or message may ever contain one of them. */
    public static Set<String> canaries() {
        var found = new HashSet<String>(Set.of(INSURANCE));
        for (var name : CASES) {
            var patient = read(name).path("patient");
            Stream.of("fullName", "phone", "address")
                    .map(field -> patient.path(field).asText())
                    .filter(value -> !value.isEmpty())
                    .forEach(found::add);
        }
        return found;
    }

    /**
     * The request of a case, filed at that moment, for a patient never seen before: the same story
     * may be told many times on one system.
     */
    public static ObjectNode of(String caseName, Instant filedAt) {
        var filing = read(caseName);
        resolve(filing, filedAt);
        asOldAsTold(filing, filedAt);
        return forSomebodyElse(filing);
    }

    private static ObjectNode read(String caseName) {
        try (var in = Filing.class.getResourceAsStream("/cases/" + caseName + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no case " + caseName);
            }
            return (ObjectNode) Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode forSomebodyElse(ObjectNode filing) {
        var number = ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
        var patient = (ObjectNode) filing.path("patient");
        patient.put("localId", "X-" + number);
        patient.put("citizenId", "094" + number);
        patient.put("insuranceNumber", INSURANCE + number);
        return filing;
    }

    /** Whenever the story is told, the patient is of the age that it says. */
    private static void asOldAsTold(ObjectNode filing, Instant filedAt) {
        var born =
                LocalDate.ofInstant(filedAt, ZoneOffset.UTC)
                        .minusYears(filing.at("/clinical/ageYears").asInt())
                        .minusDays(SINCE_BIRTHDAY);
        ((ObjectNode) filing.path("patient")).put("birthDate", born.toString());
    }

    private static void resolve(ContainerNode<?> node, Instant filedAt) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(resolved(field.getValue(), filedAt)));
        } else {
            node.forEach(child -> resolved(child, filedAt));
        }
    }

    private static JsonNode resolved(JsonNode value, Instant filedAt) {
        if (value instanceof ContainerNode<?> container) {
            resolve(container, filedAt);
        } else if (value.asText().startsWith("@-")) {
            return TextNode.valueOf(
                    filedAt.minus(Duration.parse(value.asText().substring(2))).toString());
        }
        return value;
    }
}
