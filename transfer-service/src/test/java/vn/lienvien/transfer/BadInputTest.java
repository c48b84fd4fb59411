package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.lienvien.transfer.Person.REFERRER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.Raw;

/** Whatever is sent: a problem with a code, nothing of the inside, and nothing stored. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRANSFERS = "/api/v1/transfers";
    private static final List<String> INSIDE =
            List.of(
                    "vn.lienvien",
                    "Exception",
                    "select ",
                    "insert ",
                    "hibernate",
                    "\tat ",
                    "jackson");

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenBodyIsRefused(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var id = REFERRER.filed(Cases.agreed());
        for (var path : List.of("", "/" + id + "/facts", "/" + id + "/urgency")) {
            refused(
                    Raw.post(REFERRER.token(), TRANSFERS + path, "application/json", bytes),
                    400,
                    422);
        }
    }

    /** What the database could not hold as a number. */
    @ParameterizedTest
    @ValueSource(strings = {"1e200000", "1E2147483647", "1e-20000", "12345678901", "0.1234567"})
    void aReadingIsANumberThatAMachineShows(String number) {
        var id = REFERRER.filed(Cases.agreed());
        var body = "{\"type\":\"READING\",\"reading\":{\"flowLMin\":" + number + "}}";
        refused(
                Raw.post(
                        REFERRER.token(),
                        TRANSFERS + "/" + id + "/facts",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8)),
                400,
                422);
    }

    static Stream<String> brokenBodies() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{",
                "{}",
                "{\"urgency\":}",
                "{\"urgency\":\"U2\",\"urgency\":\"U1\"}",
                "{\"weight\":NaN}",
                "{\"a\":1e400}",
                "{\"a\":" + "9".repeat(100_000) + "}",
                "[".repeat(10_000),
                "{\"a\":".repeat(1_000),
                "{\"__proto__\":{\"a\":1}}",
                "{\"@type\":\"java.lang.Runtime\"}",
                "{} trailing",
                "/* comment */ {}",
                "\ufeff{}");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        for (byte[] bytes :
                new byte[][] {
                    {0}, {(byte) 0xc0, (byte) 0x80}, "{}".getBytes(StandardCharsets.UTF_16)
                }) {
            refused(Raw.post(REFERRER.token(), TRANSFERS, "application/json", bytes), 400, 422);
        }
        var csv = "a,b".getBytes(StandardCharsets.UTF_8);
        refused(Raw.post(REFERRER.token(), TRANSFERS, "text/csv", csv), 415, 415);
        refused(
                Raw.offer(REFERRER.token(), TRANSFERS, "application/json", new byte[1_000_000]),
                413,
                413);
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsRefusedAndNothingIsStored(String path, Object value) {
        var request = set(Cases.agreed(), path, value);
        var before = stored();

        refused(REFERRER.asks().body(json(request)).post(TRANSFERS));

        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                one("urgency", "u2"),
                one("urgency", 2),
                one("urgency", ""),
                one("urgency", null),
                one("routing", "FIND"),
                one("reason", "3"),
                one("state", "ACCEPTED"),
                one("priority", 1),
                one("createdBy", "me"),
                one("organisation", "../htd"),
                one("wishes", List.of("HTD HCMC")),
                one("specialties", List.of("WIZARDRY")),
                one("occurredAt", "yesterday"),
                one("occurredAt", "2026-01-01T00:00:00"),
                one("occurredAt", "1763000000"),
                one("occurredAt", " 1763000000.5"),
                one("occurredAt", "+10000-01-01T00:00:00Z"),
                one("occurredAt", "1900-01-01T00:00:00Z"),
                one("clinical.weightKg", "65,5"),
                one("clinical.weightKg", "65"),
                one("clinical.weightKg", -1),
                one("clinical.weightKg", new BigDecimal("1e-400")),
                one("clinical.weightKg", new BigDecimal("1e90000")),
                one("clinical.ageYears", 2.5),
                one("clinical.sex", "F"),
                one("clinical.diagnosis.text", "a\u0000b"),
                one("clinical.diagnosis.text", "a\u202eb"),
                one("clinical.diagnosis.text", "x".repeat(501)),
                one("clinical.diagnosis.icd10", "'; drop table transfer; --"),
                one("clinical.bloodGas.takenAt", "2026-02-30T00:00:00Z"),
                one("patient.fullName", ""),
                one("patient.fullName", "x".repeat(201)),
                one("patient.fullName", "\u200b\u0007"),
                one("patient.birthDate", "2090-01-01"),
                one("patient.birthDate", "1998-02-30"),
                one("patient.birthDate", "1850-01-01"),
                one("patient.citizenId", "1234567890123"),
                one("patient.insuranceNumber", "GD<img>"),
                one("contacts", List.of(Map.of("name", "Dr An", "phone", "113"))),
                one("contacts", "Dr An"));
    }

    @Test
    void aLoneHalfOfACharacterIsRefused() {
        var body = json(Cases.agreed()).replace("COVID-19", "\\ud800");

        refused(REFERRER.asks().body(body).post(TRANSFERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Đặng 'O''Brien'; --",
                "<img src=x onerror=alert(1)>",
                "${jndi:ldap://x}",
                "{{7*7}} %00 ../..",
                "😀 名前"
            })
    void oddNamesAreNames(String name) {
        var request = Cases.agreed();
        Cases.patient(request).put("fullName", name);
        var id = REFERRER.filed(request);

        REFERRER.sees(id, "identity").statusCode(200).body("fullName", is(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-a-uuid",
                "00000000-0000-0000-0000-000000000000",
                "..%2F..%2Fetc",
                "%00",
                "1;x",
                "' or 1=1"
            })
    void anIdThatIsNoneIsNotFound(String id) {
        var answer =
                REFERRER.asks()
                        .urlEncodingEnabled(false)
                        .get(TRANSFERS + "/" + id.replace(" ", "%20").replace("'", "%27"));

        assertThat(answer.statusCode()).isIn(400, 404);
        clean(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spaces in it", "tab\tin it", "ký-tự"})
    void aMalformedKeyIsRefused(String key) {
        var answer =
                REFERRER.asks().header("Idempotency-Key", key).body(Cases.agreed()).post(TRANSFERS);

        assertThat(answer.statusCode()).isEqualTo(400);
        clean(answer);
        refused(
                REFERRER.asks()
                        .header("Idempotency-Key", "k".repeat(256))
                        .body(Cases.agreed())
                        .post(TRANSFERS));
    }

    @Test
    void oneKeySentFiftyTimesAtOnceFilesOnce() throws Exception {
        var request = Cases.agreed();
        Callable<Integer> filing =
                () ->
                        answered(
                                () ->
                                        REFERRER.asks()
                                                .header("Idempotency-Key", "fifty")
                                                .body(request)
                                                .post(TRANSFERS)
                                                .statusCode());
        var before = stored();
        try (var people = Executors.newFixedThreadPool(10)) {
            for (var answer : people.invokeAll(Collections.nCopies(50, filing))) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void onePatientAskedForByManyAtOnceIsFiledOnce() throws Exception {
        var request = Cases.agreed();
        Callable<Integer> filing =
                () -> answered(() -> REFERRER.files(request).extract().statusCode());
        var before = stored();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var answer : people.invokeAll(Collections.nCopies(16, filing))) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }
        assertThat(stored()).isEqualTo(before + 1);
    }

    /** A full pool, as on a loaded machine, asks the caller to come back, so it does. */
    private static int answered(IntSupplier asking) {
        int status = asking.getAsInt();
        while (status == 503) {
            status = asking.getAsInt();
        }
        return status;
    }

    @ParameterizedTest
    @MethodSource("wrongCommands")
    void aWrongCommandIsRefused(String command, Map<String, ?> body) {
        var id = REFERRER.filed(Cases.agreed());

        refused(REFERRER.asks().body(json(body)).post(TRANSFERS + "/" + id + "/" + command));

        REFERRER.sees(id).body("state", is("SEEKING")).body("attempt", is(1));
    }

    static Stream<Arguments> wrongCommands() {
        return Stream.of(
                one("urgency", Map.of("urgency", "U1")),
                one("urgency", Map.of("urgency", "U1", "reason", " ")),
                one("routing", Map.of("routing", "ASK")),
                one("routing", Map.of("routing", "AGREED")),
                one("routing", Map.of("routing", "AGREED", "organisation", "htd-hcmc")),
                one(
                        "routing",
                        Map.of(
                                "routing",
                                "AGREED",
                                "agreement",
                                Map.of(
                                        "organisation", "htd-hcmc",
                                        "agreedBy", List.of("Dr An"),
                                        "at", "2090-01-01T00:00:00Z",
                                        "channel", "PHONE"))),
                one(
                        "diversion",
                        Map.of("routing", "AGREED", "organisation", "htd-hcmc", "reason", "x")),
                one("needs", Map.of("ecmoMode", "VX", "reason", "x")),
                one("team-requests", Map.of()),
                one("end", Map.of("kind", "DIED")),
                one(
                        "end",
                        Map.of(
                                "kind", "CANCELLED",
                                "reason", "x",
                                "occurredAt", "1970-01-01T00:00:00Z")),
                one("end", Map.of("kind", "VANISHED", "reason", "x")),
                one("facts", Map.of("type", "FLEW")),
                one("facts", Map.of("type", "EMERGENCY_STOP")),
                one("facts", Map.of("type", "OUTCOME")),
                one("facts", Map.of("type", "READING", "reading", Map.of("a b", 1))),
                one("facts", Map.of("type", "READING", "reading", Map.of("flow", "fast"))),
                one(
                        "facts",
                        Map.of(
                                "type", "ARRIVED",
                                "organisation", "htd-hcmc",
                                "unit", "cho-ray.icu-adult")));
    }

    private static Arguments one(String path, Object value) {
        return Arguments.of(path, value);
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isNotBlank();
        clean(answer);
    }

    private static void refused(HttpResponse<String> answer, int from, int to) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(from, to);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\"");
        assertThat(INSIDE).noneMatch(answer.body()::contains);
    }

    private static void clean(Response answer) {
        assertThat(INSIDE).noneMatch(answer.asString()::contains);
    }

    private static int stored() {
        return Integer.parseInt(OwnerConnection.value("select count(*) from transfer"));
    }

    @SuppressWarnings("unchecked") // maps built by Cases
    private static Map<String, Object> set(Map<String, Object> body, String path, Object value) {
        var copy = new HashMap<>(body);
        int dot = path.indexOf('.');
        if (dot < 0) {
            copy.put(path, value);
        } else {
            var inner = (Map<String, Object>) copy.getOrDefault(path.substring(0, dot), Map.of());
            copy.put(path.substring(0, dot), set(inner, path.substring(dot + 1), value));
        }
        return copy;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
