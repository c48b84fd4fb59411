package vn.lienvien.transfer.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.transfer.clinical.Limits.Asks;
import vn.lienvien.transfer.clinical.Limits.Limit;

/** Every boundary of ranges.txt, from both sides, and no number without a range. */
class RangesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();
    private static final Instant NIGHT = Instant.parse("2021-11-08T15:30:00Z");
    private static final Set<String> CONVERTED_AWAY =
            Set.of(
                    "laboratory.haemoglobinGDl",
                    "laboratory.glucoseMgDl",
                    "laboratory.creatinineMgDl",
                    "laboratory.bilirubinMgDl");

    /** Bounded for each drug in code. */
    private static final Set<String> DOSES =
            Set.of("support.vasoactives[].doseUgKgMin", "support.vasoactives[].doseUMin");

    /** A value at or beside a bound, and what the table says of it. */
    record Boundary(Limit limit, BigDecimal value, boolean refused, boolean asked) {
        @Override
        public String toString() {
            return limit.field() + " = " + value;
        }
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void whatIsOutsideIsRefusedAndWhatIsUnusualIsAskedAbout(Boundary at) {
        var check = ClinicalCheck.of(picture(at), NIGHT, NIGHT);
        var field = at.limit().field().replace("[]", "[0]");

        assertThat(said(check.refused(), field, "out-of-range", "ambiguous-fraction"))
                .as("refused")
                .isEqualTo(at.refused());
        assertThat(said(check.unusual(), field, "unusual")).as("asked").isEqualTo(at.asked());
    }

    static Stream<Boundary> boundaries() {
        return Limits.SHIPPED.all().stream().flatMap(RangesTest::around);
    }

    private static Stream<Boundary> around(Limit limit) {
        var step = whole(limit.field()) ? BigDecimal.ONE : new BigDecimal("0.001");
        var values = new TreeSet<BigDecimal>();
        Stream.concat(Stream.of(limit.from(), limit.to()), limit.asks().stream().map(Asks::bound))
                .forEach(
                        bound ->
                                values.addAll(
                                        List.of(bound.subtract(step), bound, bound.add(step))));
        return values.stream()
                .map(
                        value -> {
                            boolean refused =
                                    Limits.SHIPPED.all().stream()
                                            .filter(row -> row.field().equals(limit.field()))
                                            .anyMatch(row -> !row.holds(value));
                            return new Boundary(
                                    limit,
                                    value,
                                    refused,
                                    !refused
                                            && Limits.SHIPPED.all().stream()
                                                    .filter(
                                                            row ->
                                                                    row.field()
                                                                            .equals(limit.field()))
                                                    .anyMatch(row -> asks(row, value)));
                        });
    }

    /** The table read once more, by the words in it. */
    private static boolean asks(Limit row, BigDecimal value) {
        return row.asks().stream()
                .anyMatch(
                        each ->
                                switch (each.sign()) {
                                    case "<" -> value.doubleValue() < each.bound().doubleValue();
                                    case "<=" -> value.doubleValue() <= each.bound().doubleValue();
                                    case ">" -> value.doubleValue() > each.bound().doubleValue();
                                    default -> value.doubleValue() >= each.bound().doubleValue();
                                });
    }

    @Test
    void everyNumberOfTheFormHasItsRange() {
        var ranged = Limits.SHIPPED.all().stream().map(Limit::field).collect(Collectors.toSet());

        var numbers = new ArrayList<String>();
        numbers(ClinicalPicture.class, "", numbers);

        assertThat(numbers)
                .filteredOn(field -> !CONVERTED_AWAY.contains(field) && !DOSES.contains(field))
                .containsExactlyInAnyOrderElementsOf(ranged);
    }

    @Test
    void somePointsOfTheDataSetAsItIsWritten() {
        assertThat(row("bloodGas.ph")).isEqualTo("6.3 – 8");
        assertThat(row("weightKg")).isEqualTo("0.3 – 350 kg");
        assertThat(row("ecmo.cannulae[].sizeFr")).isEqualTo("4 – 31 Fr");
        assertThat(row("ventilator.peep")).isEqualTo("0 – 30 cmH2O");
        assertThat(row("beforeEcmo.peep")).isEqualTo("0 – 50 cmH2O");
    }

    private static String row(String field) {
        return Limits.SHIPPED.all().stream()
                .filter(limit -> limit.field().equals(field))
                .findFirst()
                .orElseThrow()
                .right();
    }

    private static void numbers(Class<?> type, String group, List<String> found) {
        for (RecordComponent each : type.getRecordComponents()) {
            var name = group + each.getName();
            var plain = each.getType();
            if (plain == Integer.class || plain == BigDecimal.class) {
                found.add(name);
            } else if (plain.isRecord()) {
                numbers(plain, name + ".", found);
            } else if (each.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> entry
                    && entry.isRecord()) {
                numbers(entry, name + "[].", found);
            }
        }
    }

    private static boolean whole(String field) {
        Class<?> type = ClinicalPicture.class;
        for (var name : field.split("\\.", -1)) {
            var component = component(type, name.replace("[]", ""));
            type =
                    component.getGenericType() instanceof ParameterizedType list
                            ? (Class<?>) list.getActualTypeArguments()[0]
                            : component.getType();
        }
        return type == Integer.class;
    }

    private static RecordComponent component(Class<?> type, String name) {
        return Stream.of(type.getRecordComponents())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
    }

    private static ClinicalPicture picture(Boundary at) {
        var tree = JSON.createObjectNode();
        tree.put("ageYears", 40);
        tree.putObject("diagnosis").put("text", "invented");
        tree.putObject("ecmo").put("status", "RUNNING").put("mode", "VV");
        ObjectNode group = tree;
        var names = at.limit().field().split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            group =
                    names[i].endsWith("[]")
                            ? group.withArray(names[i].replace("[]", "")).addObject()
                            : group.withObject("/" + names[i]);
        }
        group.put(names[names.length - 1], at.value());
        try {
            return JSON.treeToValue(tree, ClinicalPicture.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean said(List<Finding> findings, String field, String... codes) {
        return findings.stream()
                .anyMatch(
                        each -> each.field().equals(field) && List.of(codes).contains(each.code()));
    }
}
