package vn.lienvien.transfer.clinical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.lienvien.transfer.text.Text;

/**
 * Brings what people type into one form and one unit; what could mean two things is refused. It
 * works on the picture as a tree, so that a new field needs a row here at most.
 */
final class Units {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    private static final List<String> FRACTIONS =
            List.of("ecmo.fdo2", "ventilator.fio2", "beforeEcmo.fio2");

    private static final List<String> WITH_GASES = List.of("bloodGas", "beforeEcmo");
    private static final List<String> GASES = List.of("paco2", "pao2");
    private static final BigDecimal KPA_IN_MMHG = new BigDecimal("7.50062");

    /** Another unit in which many laboratories print, and its factor to ours. */
    private record Printed(String as, String ours, String factor) {}

    private static final List<Printed> PRINTED =
            List.of(
                    new Printed("haemoglobinGDl", "haemoglobinGL", "10"),
                    new Printed("glucoseMgDl", "glucoseMmolL", "0.0555"),
                    new Printed("creatinineMgDl", "creatinineUmolL", "88.4"),
                    new Printed("bilirubinMgDl", "bilirubinUmolL", "17.1"));

    private static final BigDecimal ROOM_AIR_PERCENT = BigDecimal.valueOf(21);
    private static final BigDecimal UG_IN_MG = BigDecimal.valueOf(1000);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private Units() {}

    static ObjectNode inOurs(ClinicalPicture sent, List<Finding> refused) {
        ObjectNode tree = MAPPER.valueToTree(sent);
        composed(tree);
        FRACTIONS.forEach(field -> fraction(tree, field, refused));
        WITH_GASES.forEach(group -> inMmHg(tree.path(group)));
        PRINTED.forEach(unit -> printed(tree.path("laboratory"), unit, refused));
        tree.path("support")
                .path("vasoactives")
                .forEach(drip -> dose(drip, number(tree, "weightKg")));
        return tree;
    }

    static ClinicalPicture picture(ObjectNode tree) {
        try {
            return MAPPER.treeToValue(tree, ClinicalPicture.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every text in one form; blank is absent. */
    private static void composed(JsonNode node) {
        switch (node) {
            case ObjectNode fields -> {
                fields.forEach(Units::composed);
                fields.properties().stream()
                        .filter(each -> each.getValue().isTextual())
                        .toList()
                        .forEach(
                                each -> {
                                    var text = Text.composed(each.getValue().textValue());
                                    if (text == null) {
                                        fields.remove(each.getKey());
                                    } else {
                                        fields.set(each.getKey(), TextNode.valueOf(text));
                                    }
                                });
            }
            case ArrayNode entries -> entries.forEach(Units::composed);
            default -> {}
        }
    }

    /** 21 to 100 is a percentage; between 1 and 21 it could be either, badly typed. */
    private static void fraction(ObjectNode tree, String field, List<Finding> refused) {
        int dot = field.indexOf('.');
        var name = field.substring(dot + 1);
        if (!(tree.path(field.substring(0, dot)) instanceof ObjectNode group)) {
            return;
        }
        var value = number(group, name);
        if (value == null || value.compareTo(BigDecimal.ONE) <= 0) {
            return;
        }
        if (value.compareTo(ROOM_AIR_PERCENT) < 0) {
            refused.add(new Finding(field, "ambiguous-fraction"));
            group.remove(name);
        } else {
            replace(group, name, percent -> percent.movePointLeft(2).stripTrailingZeros());
        }
    }

    private static void inMmHg(JsonNode group) {
        if (group instanceof ObjectNode gases
                && gases.path("pressureUnit").asText().equals("KPA")) {
            gases.put("pressureUnit", "MMHG");
            GASES.forEach(
                    gas ->
                            replace(
                                    gases,
                                    gas,
                                    kPa ->
                                            kPa.multiply(KPA_IN_MMHG)
                                                    .setScale(1, RoundingMode.HALF_UP)));
        }
    }

    private static void printed(JsonNode group, Printed unit, List<Finding> refused) {
        if (!(group instanceof ObjectNode laboratory) || number(laboratory, unit.as()) == null) {
            return;
        }
        if (laboratory.has(unit.ours())) {
            refused.add(new Finding("laboratory." + unit.as(), "given-twice"));
        } else {
            var factor = new BigDecimal(unit.factor());
            laboratory.put(
                    unit.ours(),
                    number(laboratory, unit.as())
                            .multiply(factor)
                            .setScale(1, RoundingMode.HALF_UP));
        }
        laboratory.remove(unit.as());
    }

    /** What the pump shows: mL/h of a dilution. Without a weight there is no dose to be had. */
    private static void dose(JsonNode entry, BigDecimal weight) {
        if (!(entry instanceof ObjectNode drip) || number(drip, "rateMlH") == null) {
            return;
        }
        var rate = number(drip, "rateMlH");
        var mg = number(drip, "concentrationMgMl");
        var units = number(drip, "concentrationUMl");
        if (mg != null && weight != null && weight.signum() > 0 && !drip.has("doseUgKgMin")) {
            drip.put("doseUgKgMin", ugKgMin(rate, mg, weight));
        }
        if (units != null && !drip.has("doseUMin")) {
            drip.put("doseUMin", unitsMin(rate, units));
        }
    }

    static BigDecimal ugKgMin(BigDecimal rate, BigDecimal mg, BigDecimal weight) {
        return rate.multiply(mg)
                .multiply(UG_IN_MG)
                .divide(weight.multiply(MINUTES), MathContext.DECIMAL32)
                .setScale(3, RoundingMode.HALF_UP);
    }

    static BigDecimal unitsMin(BigDecimal rate, BigDecimal units) {
        return rate.multiply(units).divide(MINUTES, MathContext.DECIMAL32);
    }

    private static void replace(ObjectNode group, String name, UnaryOperator<BigDecimal> by) {
        var value = number(group, name);
        if (value != null) {
            group.put(name, by.apply(value));
        }
    }

    /** Null when it is not there, or no measurement. */
    private static BigDecimal number(JsonNode group, String name) {
        var node = group.path(name);
        return node.isNumber() && Limits.plain(node.decimalValue()) ? node.decimalValue() : null;
    }
}
