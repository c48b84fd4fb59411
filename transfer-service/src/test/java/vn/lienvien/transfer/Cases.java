package vn.lienvien.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Requests for invented patients; each one is somebody else. */
public final class Cases {

    /** Found nowhere but under lock: tests search every sink for it. */
    public static final String CANARY = "Bưởi Canary";

    /** A body for each, by its path: for those who may not. */
    public static final Map<String, Map<String, ?>> COMMANDS =
            Map.of(
                    "urgency", Map.of("urgency", "U1", "reason", "x"),
                    "urgency-endorsement", Map.of(),
                    "routing", Map.of("routing", "SEARCH"),
                    "needs", Map.of("reason", "x"),
                    "team-requests", Map.of("organisation", "cho-ray"),
                    "readiness", Map.of(),
                    "diversion", Map.of("routing", "SEARCH", "reason", "x"),
                    "end", Map.of("kind", "CANCELLED", "reason", "x"));

    private static final AtomicLong NUMBER = new AtomicLong(100_000_000L);

    private Cases() {}

    /** Sóc Trăng: agreed with HTD, circuit running, CRRT needed. */
    public static Map<String, Object> agreed() {
        var request = base("AGREED", "U2");
        request.put(
                "agreement",
                Map.of(
                        "organisation",
                        "htd-hcmc",
                        "unit",
                        "htd-hcmc.icu-adult",
                        "agreedBy",
                        List.of("Dr An (invented)", "Dr Ha (invented)"),
                        "at",
                        "2021-11-08T12:00:00+07:00",
                        "channel",
                        "PHONE"));
        return request;
    }

    public static Map<String, Object> searched(String urgency) {
        return base("SEARCH", urgency);
    }

    public static Map<String, Object> with(
            Map<String, Object> request, String field, Object value) {
        var other = new HashMap<>(request);
        if (value == null) {
            other.remove(field);
        } else {
            other.put(field, value);
        }
        return other;
    }

    /** The same request with another clinical picture. */
    public static Map<String, Object> clinically(
            Map<String, Object> request, String group, Map<String, ?> values) {
        var clinical = new HashMap<>(clinical(request));
        if (group.isEmpty()) {
            clinical.putAll(values);
        } else {
            var old = clinical.get(group) instanceof Map<?, ?> map ? map : Map.of();
            var merged = new HashMap<Object, Object>(old);
            merged.putAll(values);
            clinical.put(group, merged);
        }
        return with(request, "clinical", clinical);
    }

    @SuppressWarnings("unchecked") // built below
    public static Map<String, Object> clinical(Map<String, Object> request) {
        return (Map<String, Object>) request.get("clinical");
    }

    @SuppressWarnings("unchecked") // built below
    public static Map<String, Object> patient(Map<String, Object> request) {
        return (Map<String, Object>) request.get("patient");
    }

    private static Map<String, Object> base(String routing, String urgency) {
        var request = new HashMap<String, Object>();
        var number = NUMBER.incrementAndGet();
        request.put("routing", routing);
        request.put("urgency", urgency);
        request.put("reason", "1b");
        request.put(
                "patient",
                new HashMap<>(
                        Map.of(
                                "localId", "ST-" + number,
                                "fullName", "Trần Thị " + CANARY,
                                "insuranceNumber", "GD4940" + number,
                                "citizenId", "094" + number,
                                "phone", "+84909999" + number % 1000,
                                "address", "12 đường Canary Giả Định")));
        request.put("clinical", clinical());
        request.put("contacts", List.of(Map.of("name", "Dr An", "phone", "+84900000100")));
        return request;
    }

    private static Map<String, Object> clinical() {
        var clinical = new HashMap<String, Object>();
        clinical.put("ageYears", 23);
        clinical.put("sex", "FEMALE");
        clinical.put("weightKg", 92);
        clinical.put("heightCm", 158);
        clinical.put("diagnosis", Map.of("icd10", "U07.1", "text", "COVID-19, ARDS"));
        clinical.put(
                "ecmo",
                Map.of(
                        "status",
                        "RUNNING",
                        "mode",
                        "VV",
                        "startedAt",
                        "2021-10-22T08:00:00+07:00",
                        "flowLMin",
                        4.6,
                        "pumpRpm",
                        3400,
                        "sweepLMin",
                        5,
                        "fdo2",
                        1.0));
        clinical.put("support", Map.of("crrt", "YES", "isolation", "YES"));
        return clinical;
    }
}
