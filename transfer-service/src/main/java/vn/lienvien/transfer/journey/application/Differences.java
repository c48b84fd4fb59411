package vn.lienvien.transfer.journey.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vn.lienvien.transfer.journey.domain.Needs;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Transfer;

/** What a change made of the needs and of the clinical picture, which its input does not say. */
public final class Differences {

    private Differences() {}

    public static Map<String, Object> between(Transfer before, Transfer after) {
        var said = new HashMap<String, Object>();
        if (before.clinicalVersion() != after.clinicalVersion()) {
            said.put("version", after.clinicalVersion());
        }
        var had = fields(before.search().needs());
        var has = fields(after.search().needs());
        if (!had.equals(has)) {
            said.put("before", without(had, has));
            said.put("after", without(has, had));
        }
        return said;
    }

    private static Map<String, Object> without(
            Map<String, Object> some, Map<String, Object> others) {
        var left = new HashMap<>(some);
        left.entrySet()
                .removeIf(each -> Objects.equals(each.getValue(), others.get(each.getKey())));
        return left;
    }

    private static Map<String, Object> fields(Needs needs) {
        var fields = new HashMap<String, Object>();
        fields.put("ecmoStatus", needs.ecmoStatus());
        fields.put("ecmoMode", needs.ecmoMode());
        fields.put("ageGroup", needs.ageGroup());
        fields.put("ageYears", needs.ageYears());
        fields.put("weightKg", needs.weightKg());
        fields.put("crrt", needs.crrt());
        fields.put("isolation", needs.isolation());
        fields.put("specialties", needs.specialties());
        fields.put("wishes", needs.wishes().stream().map(Organisation::code).toList());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
