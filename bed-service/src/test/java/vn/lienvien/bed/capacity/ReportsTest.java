package vn.lienvien.bed.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** What units say they have: their numbers with age, source and limits, and the history of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReportsTest {

    private static final String UNIT = "htd-hcmc.icu-adult";
    private static final String HTD = "/api/v1/units/" + UNIT;
    private static final String REPORTS = HTD + "/capacity-reports";
    private static final String UNCHANGED = REPORTS + "/unchanged";
    private static final String CALLS = HTD + "/phone-confirmations";
    private static final String NURSE = "nurse";

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void aReportSaysWhatLimitsTheBedsAndWhatIsLeftOutStaysUnknown() {
        report(
                        with(
                                numbers(8, 6, 4, 1),
                                "limits",
                                List.of(
                                        Map.of("by", "STAFF", "beds", 2),
                                        Map.of("by", "MATERIAL"))))
                .statusCode(200)
                .body("report.limits.by", contains("STAFF", "MATERIAL"))
                .body("report.limits[0].beds", equalTo(2))
                .body("report.limits[1].beds", nullValue())
                .body("report.consoles", nullValue())
                .body("report.crrtMachines", nullValue())
                .body("source", equalTo("UNIT"))
                .body("ageMinutes", equalTo(0));
    }

    @Test
    void theHospitalsOwnSystemReportsToo() {
        Duty.post(TestTokens.as("system", "htd-hcmc"), REPORTS, numbers(6, 5, 2, 1))
                .statusCode(200)
                .body("source", equalTo("SYSTEM"));
    }

    @Test
    void oneTapRepeatsTheNumbersWithANewTimeAndReporter() {
        report(with(numbers(6, 5, 2, 1), "consoles", 3));
        age("7 hours");

        tap("doctor")
                .statusCode(200)
                .body("source", equalTo("UNCHANGED"))
                .body("ageMinutes", equalTo(0))
                .body("report.staffed", equalTo(5))
                .body("report.consoles", equalTo(3))
                .body("report.crrtMachines", nullValue())
                .body("slots.free", equalTo(3));

        history(NURSE, "htd-hcmc")
                .statusCode(200)
                .body("items.source", contains("UNCHANGED", "UNIT"))
                .body("items.reportedBy", contains("doctor@htd-hcmc", "nurse@htd-hcmc"))
                .body("items.report.staffed", contains(5, 5));
        assertThat(capacityEvents()).containsExactly("reported", "reported");
    }

    /** What was said slot by slot is newer than the report that is repeated. */
    @Test
    void oneTapMovesNoSlot() {
        report(numbers(6, 5, 2, 1));
        var free = OwnerConnection.value("select id from slot where state = 'FREE' limit 1");
        Duty.post(
                        TestTokens.as(NURSE, "htd-hcmc"),
                        HTD + "/slots/" + free + "/state",
                        Map.of("state", "CLOSED", "reason", "NO_STAFF"))
                .statusCode(200);

        tap(NURSE).body("slots.free", equalTo(2)).body("slots.closed", equalTo(1));
    }

    @Test
    void whoCameThroughTheSystemIsCountedInByOneTap() {
        activate(2);
        report(numbers(6, 5, 2, 2));
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.confirms("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer)).statusCode(200);
        told.that(transfer.arrived("htd-hcmc", UNIT));

        tap(NURSE)
                .body("report.occupied", equalTo(3))
                .body("readyForOutside", equalTo(1))
                .body("slots.free", equalTo(2))
                .body("slots.occupied", equalTo(3));
    }

    @Test
    void oneTapKeepsTheNumberThatTheLeaderGaveSince() {
        report(numbers(6, 5, 2, 2));
        given().auth()
                .oauth2(TestTokens.as("doctor", "htd-hcmc"))
                .contentType("application/json")
                .body(Map.of("readyForOutside", 1, "dutyPhone", "+842800000000"))
                .put(HTD + "/activation")
                .then()
                .statusCode(200);

        tap(NURSE).body("readyForOutside", equalTo(1)).body("report.readyForOutside", equalTo(1));
    }

    @Test
    void nothingIsRepeatedBeforeTheFirstReport() {
        tap(NURSE)
                .statusCode(409)
                .body("type", equalTo("/problems/no-report-yet"))
                .body("refusal", equalTo("no-report-yet"));
        call(Map.of("answeredBy", "Nurse Invented")).statusCode(409);
        assertThat(capacityEvents()).isEmpty();
    }

    @Test
    void doubtedNumbersAreNotRepeatedButCountedAnew() {
        belowWhatIsHeld();

        tap(NURSE).statusCode(409).body("type", equalTo("/problems/numbers-doubted"));

        report(numbers(3, 3, 1, 1)).statusCode(200).body("doubt", nullValue());
        assertThat(capacityEvents())
                .containsExactly(
                        "reported", "reported", "unit-doubted", "reported", "unit-trusted");
    }

    @Test
    void aRecordedCallEndsADoubt() {
        belowWhatIsHeld();

        call(Map.of("answeredBy", "Charge nurse (invented)"))
                .statusCode(200)
                .body("doubt", nullValue())
                .body("source", equalTo("PHONE"))
                .body("slots.held", equalTo(1));

        history("coordinator", "soyte-hcm")
                .body("items[0].answeredBy", equalTo("Charge nurse (invented)"))
                .body("items[0].reportedBy", equalTo("coordinator@soyte-hcm"));
        assertThat(capacityEvents())
                .containsExactly(
                        "reported", "reported", "unit-doubted", "reported", "unit-trusted");
        assertThat(
                        OwnerConnection.value(
                                "select codes ->> 'answeredBy' from audit where action = 'capacity-reported' order by id desc limit 1"))
                .isEqualTo("Charge nurse (invented)");
    }

    @Test
    void numbersOfBeforeANotNowDoNotEndItsDoubtButACallDoes() {
        activate(1);
        report(with(numbers(3, 3, 1, 1), "occurredAt", hoursAgo(9)));
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.saysNotNow("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer), "NO_STAFFED_BED")
                .statusCode(200);

        var shift = with(numbers(3, 3, 1, 1), "occurredAt", hoursAgo(1));
        report(shift).statusCode(200).body("doubt", equalTo("CAPACITY_NOT_NOW"));
        assertThat(capacityEvents())
                .containsExactly("reported", "unit-doubted", "reported", "unit-doubted");

        call(Map.of("answeredBy", "Nurse Invented", "report", shift)).body("doubt", nullValue());
    }

    @Test
    void numbersToldOnThePhoneAreAReport() {
        call(Map.of("answeredBy", "Nurse Invented", "report", numbers(6, 5, 2, 1)))
                .statusCode(200)
                .body("report.staffed", equalTo(5))
                .body("slots.free", equalTo(3))
                .body("source", equalTo("PHONE"));
    }

    @Test
    void numbersOfAnEarlierMomentHaveTheirRealAge() {
        report(with(numbers(6, 5, 2, 1), "occurredAt", hoursAgo(9)))
                .statusCode(200)
                .body("freshness", equalTo("AMBER"))
                .body("ageMinutes", greaterThanOrEqualTo(540))
                .body("slots.free", equalTo(3));
    }

    @Test
    void whatSpeaksOfAMomentBeforeTheLatestReportIsHistoryOnly() {
        report(numbers(6, 5, 2, 1));

        report(with(numbers(9, 9, 0, 9), "occurredAt", hoursAgo(2)))
                .statusCode(200)
                .body("report.staffed", equalTo(5))
                .body("readyForOutside", equalTo(1))
                .body("slots.free", equalTo(3));

        history(NURSE, "htd-hcmc").body("items.report.staffed", contains(9, 5));
        assertThat(capacityEvents()).containsExactly("reported");
    }

    @Test
    void aClockThatIsAheadDoesNotSilenceTheNextReport() {
        var ahead =
                OwnerConnection.value(
                        "select to_char((app_now() + interval '55 seconds') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')");
        report(with(numbers(9, 9, 0, 9), "occurredAt", ahead)).statusCode(200);

        report(numbers(6, 5, 2, 1))
                .body("report.staffed", equalTo(5))
                .body("slots.free", equalTo(3));
    }

    @Test
    void whatWasSaidOfASlotStandsAgainstNumbersOfBefore() {
        report(with(numbers(2, 2, 0, 2), "occurredAt", hoursAgo(9)));
        var slots = OwnerConnection.column("select id from slot order by id");
        said(slots.get(0), Map.of("state", "OCCUPIED", "occurredAt", hoursAgo(3)));
        said(slots.get(1), Map.of("state", "CLOSED", "reason", "EQUIPMENT_FAULT"));

        report(with(numbers(3, 3, 0, 3), "occurredAt", hoursAgo(5)))
                .statusCode(200)
                .body("slots.free", equalTo(1));

        assertThat(OwnerConnection.column("select state from slot order by id"))
                .containsExactly("OCCUPIED", "CLOSED", "FREE");
        report(with(numbers(3, 3, 0, 3), "occurredAt", hoursAgo(2))).body("slots.free", equalTo(2));
    }

    @Test
    void aSlotsWordIsNotOfTheFuture() {
        report(numbers(2, 2, 0, 2));
        var slot = OwnerConnection.column("select id from slot order by id").getFirst();

        Duty.post(
                        TestTokens.as(NURSE, "htd-hcmc"),
                        "/api/v1/units/htd-hcmc.icu-adult/slots/" + slot + "/state",
                        Map.of("state", "OCCUPIED", "occurredAt", "2999-01-01T00:00:00Z"))
                .statusCode(422);
    }

    private static void said(String slot, Map<String, ?> what) {
        Duty.post(
                        TestTokens.as(NURSE, "htd-hcmc"),
                        "/api/v1/units/htd-hcmc.icu-adult/slots/" + slot + "/state",
                        what)
                .statusCode(200);
    }

    @Test
    void theHistoryIsReadPageByPage() {
        for (int occupied = 0; occupied < 3; occupied++) {
            report(numbers(6, 5, occupied, 1));
        }

        var first = history(NURSE, "htd-hcmc", "?limit=2").body("items", hasSize(2));
        first.body("items.report.occupied", contains(2, 1));
        String cursor = first.extract().path("nextCursor");
        history(NURSE, "htd-hcmc", "?limit=2&cursor=" + cursor)
                .body("items.report.occupied", contains(0))
                .body("nextCursor", nullValue());
    }

    @Test
    void theSameKeyReportsOnce() {
        var token = TestTokens.as(NURSE, "htd-hcmc");
        keyed(token, "shift-1", numbers(6, 5, 2, 1)).statusCode(200);
        keyed(token, "shift-1", numbers(6, 5, 2, 1)).statusCode(200);
        keyed(token, "shift-1", numbers(6, 5, 3, 1))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        keyed(token, "two words", numbers(6, 5, 2, 1)).statusCode(400);
        keyed(token, "k".repeat(256), numbers(6, 5, 2, 1)).statusCode(400);

        history(NURSE, "htd-hcmc").body("items", hasSize(1));
    }

    @Test
    void onlyTheUnitsPeopleReportAndOnlyCoordinatorsCall() {
        for (var other :
                List.of(
                        TestTokens.as(NURSE, "cho-ray"),
                        TestTokens.as("referrer", "htd-hcmc"),
                        TestTokens.as("coordinator", "soyte-hcm"))) {
            Duty.post(other, REPORTS, numbers(1, 1, 0, 1))
                    .statusCode(403)
                    .body("code", equalTo("role-required"));
            Duty.post(other, UNCHANGED, Map.of()).statusCode(403);
        }
        Duty.post(TestTokens.as(NURSE, "htd-hcmc"), CALLS, Map.of("answeredBy", "me"))
                .statusCode(403);
        history(NURSE, "cho-ray").statusCode(403);
        history("authority", "soyte-hcm").statusCode(200);
        given().post(UNCHANGED).then().statusCode(401);
        Duty.post(
                        TestTokens.as(NURSE, "htd-hcmc"),
                        "/api/v1/units/nowhere.icu-adult/capacity-reports",
                        numbers(1, 1, 0, 1))
                .statusCode(404);
        assertThat(OwnerConnection.value("select count(*) from capacity_report")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatCannotBeIsRefusedWithItsField(String field, Object value) {
        report(with(numbers(6, 5, 2, 1), field, value))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(startsWith(field)));
        nothingIsKept();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("staffed", -1),
                Arguments.of("staffed", 10_001),
                Arguments.of("staffed", "6"),
                Arguments.of("staffed", 5.5),
                Arguments.of("operable", null),
                Arguments.of("occupied", true),
                Arguments.of("consoles", -1),
                Arguments.of("readyForOutside", List.of(1)),
                Arguments.of("limits", List.of(Map.of("by", "MONEY"))),
                Arguments.of("limits", List.of(Map.of("beds", 1))),
                Arguments.of("limits", List.of(Map.of("by", "STAFF", "beds", 0))),
                Arguments.of("limits", Collections.nCopies(5, Map.of("by", "ROOM"))),
                Arguments.of("occurredAt", "2999-01-01T00:00:00Z"),
                Arguments.of("occurredAt", "2026-11-25 07:00"),
                Arguments.of("reportedBy", "somebody else"),
                Arguments.of("unit", "cho-ray.icu-adult"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"staffed\": NaN}",
                "{\"staffed\": 1e400}",
                "{\"staffed\": 1, \"staffed\": 2}",
                "{\"staffed\": 1} trailing",
                "/* comment */ {}",
                "{\"__proto__\": {}}",
                "{\"@type\": \"java.lang.Runtime\"}"
            })
    void whatIsNoReportIsRefused(String body) {
        int status = raw(body.getBytes(StandardCharsets.UTF_8));

        assertThat(status).isIn(400, 422);
        nothingIsKept();
    }

    @Test
    void deepAndForeignBytesAreRefused() {
        assertThat(raw("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(raw("{}".getBytes(StandardCharsets.UTF_16))).isIn(400, 422);
        assertThat(raw(new byte[] {(byte) 0xC0, (byte) 0xAF})).isEqualTo(400);
        given().auth()
                .oauth2(TestTokens.as(NURSE, "htd-hcmc"))
                .contentType("text/plain")
                .body("{}")
                .post(REPORTS)
                .then()
                .statusCode(415);
        nothingIsKept();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "cursor=x",
                "cursor=-1",
                "cursor=9999999999999999999"
            })
    void aPageThatCannotBeIsRefused(String query) {
        history(NURSE, "htd-hcmc", "?" + query).statusCode(422);
    }

    private static void nothingIsKept() {
        assertThat(OwnerConnection.value("select count(*) from capacity_report")).isEqualTo("0");
        assertThat(OwnerConnection.value("select count(*) from slot")).isEqualTo("0");
    }

    private void belowWhatIsHeld() {
        activate(1);
        report(numbers(3, 3, 1, 1));
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.offerTo("htd-hcmc", transfer);
        report(numbers(1, 1, 1, 0)).body("doubt", equalTo("BELOW_HELD"));
    }

    private static void activate(int ready) {
        OwnerConnection.run(
                "update unit set activated = true, ready_for_outside = %d, vv = 'YES', crrt = 'YES' where code = '%s'"
                        .formatted(ready, UNIT));
    }

    private static void age(String by) {
        OwnerConnection.run(
                "update capacity_report set reported_at = reported_at - interval '%s'; update unit set reported_at = reported_at - interval '%s' where activated or reported_at is not null"
                        .formatted(by, by));
    }

    private static String hoursAgo(int hours) {
        return OwnerConnection.value(
                "select to_char((app_now() - interval '%d hours') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        .formatted(hours));
    }

    private static Map<String, Object> numbers(int operable, int staffed, int occupied, int ready) {
        return Map.of(
                "operable",
                operable,
                "staffed",
                staffed,
                "occupied",
                occupied,
                "readyForOutside",
                ready);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse report(Map<String, ?> body) {
        return Duty.post(TestTokens.as(NURSE, "htd-hcmc"), REPORTS, body);
    }

    private static ValidatableResponse tap(String role) {
        return given().auth().oauth2(TestTokens.as(role, "htd-hcmc")).post(UNCHANGED).then();
    }

    private static ValidatableResponse call(Map<String, ?> body) {
        return Duty.post(TestTokens.as("coordinator", "soyte-hcm"), CALLS, body);
    }

    private static ValidatableResponse keyed(String token, String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(REPORTS)
                .then();
    }

    private static int raw(byte[] body) {
        return given().auth()
                .oauth2(TestTokens.as(NURSE, "htd-hcmc"))
                .contentType("application/json")
                .body(body)
                .post(REPORTS)
                .statusCode();
    }

    private static ValidatableResponse history(String role, String organisation) {
        return history(role, organisation, "");
    }

    private static ValidatableResponse history(String role, String organisation, String query) {
        return given().auth().oauth2(TestTokens.as(role, organisation)).get(REPORTS + query).then();
    }

    private static List<String> capacityEvents() {
        return OwnerConnection.column(
                """
                select regexp_replace(type, 'vn.lienvien.capacity.(.*).v1', '\\1') from outbox
                where topic = 'lienvien.capacity.events' order by id
                """);
    }
}
