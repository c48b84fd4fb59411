package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.transfer.Person.AUTHORITY;
import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.ELSEWHERE;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.REFERRER;
import static vn.lienvien.transfer.Person.SECOND_DOCTOR;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** The patient is at the door, and nobody there has a part in the transfer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BreakGlassTest {

    private static final Map<String, String> BODY =
            Map.of("because", "PATIENT_AT_OUR_DOOR", "reason", "pump failing, free words");

    private static final AtomicInteger HOUSES = new AtomicInteger();

    private final BedService bedService;

    private String house;
    private Person doctor;
    private UUID transfer;
    private String code;

    BreakGlassTest(BedService bedService) {
        this.bedService = bedService;
    }

    @BeforeEach
    void aCaseAndAHouseThatIsNobodyToIt() {
        house = "door-" + HOUSES.incrementAndGet();
        doctor = Person.of("doctor", house);
        transfer = REFERRER.filed(Cases.agreed());
        code = REFERRER.sees(transfer).extract().path("caseCode");
    }

    @AfterEach
    void theClockIsRight() {
        DatabaseTime.asItIs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "nurse", "team"})
    void whoeverStandsBeforeThePatientReadsTheCaseAndWhoItIs(String role) {
        var person = Person.of(role, house);
        person.sees(transfer).statusCode(404);

        opens(person, code.toLowerCase(Locale.ROOT))
                .statusCode(200)
                .body("transferId", is(transfer.toString()))
                .body("because", is("PATIENT_AT_OUR_DOOR"));

        person.sees(transfer)
                .statusCode(200)
                .body("clinical.weightKg", is(92))
                .body("papers.agreement", nullValue());
        person.sees(transfer, "identity")
                .statusCode(200)
                .body("fullName", is("Trần Thị " + Cases.CANARY));
        person.sees(transfer, "summary").statusCode(200);
        person.sees(transfer, "timeline")
                .body("items.what", is(List.of("transfer.requested", "transfer.glass-broken")));
    }

    @Test
    void theIdOpensAsTheCodeDoes() {
        opens(doctor, transfer.toString()).statusCode(200);
    }

    @Test
    void aReferrerACoordinatorAndThoseWhoWatchNumbersMayNot() {
        for (var person :
                new Person[] {
                    ELSEWHERE,
                    COORDINATOR,
                    AUTHORITY,
                    Person.of("admin", "lienvien"),
                    Person.of("system", house)
                }) {
            for (var named : List.of(code, transfer.toString(), "222222")) {
                opens(person, named).statusCode(403).body("code", is("role-required"));
            }
        }
        assertThat(count("glass_miss where actor !~ '^(doctor|nurse|team)@'")).isZero();
    }

    @Test
    void itIsForOnePersonAndNotForTheHouse() {
        opens(doctor, code).statusCode(200);

        Person.of("nurse", house).sees(transfer).statusCode(404);
        Person.of("nurse", house).sees(transfer, "identity").statusCode(404);
        new Person(
                        TestTokens.of(
                                "doctor@" + house,
                                TestTokens.membership("cho-ray", List.of("doctor"), null, null)))
                .sees(transfer)
                .statusCode(404);
        doctor.asks()
                .get("/api/v1/transfers?caseCode=" + code)
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
    }

    @Test
    void afterItsTimeNothingIsThere() {
        opens(doctor, code).statusCode(200);

        DatabaseTime.ahead(Duration.ofMinutes(59));
        doctor.sees(transfer, "identity").statusCode(200);
        DatabaseTime.ahead(Duration.ofMinutes(60).plusSeconds(1));
        for (var path : new String[] {"", "/timeline", "/identity", "/summary"}) {
            doctor.asks().get("/api/v1/transfers/" + transfer + path).then().statusCode(404);
        }
    }

    @Test
    void whileItStandsOpenARepeatTellsNobodyAndPutsNothingOff() {
        String until = opens(doctor, code).extract().path("until");

        DatabaseTime.ahead(Duration.ofMinutes(30));
        opens(doctor, transfer.toString()).statusCode(200).body("until", is(until));
        assertThat(told()).hasSize(1);

        DatabaseTime.ahead(Duration.ofMinutes(61));
        opens(doctor, code).statusCode(200);
        assertThat(told()).hasSize(2);
    }

    @Test
    void theSameKeyBreaksItOnce() {
        var key = UUID.randomUUID().toString();
        String first = keyed(key, BODY).statusCode(200).extract().path("openingId");

        DatabaseTime.ahead(Duration.ofHours(2));
        keyed(key, BODY).statusCode(200).body("openingId", is(first));
        doctor.sees(transfer).statusCode(404);
        keyed(key, Map.of("because", "AGREED_NOT_ENTERED", "reason", "x"))
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
    }

    @Test
    void itSaysWhyInACodeAndInWords() {
        for (var body :
                List.of(
                        Map.of("because", "CURIOUS", "reason", "x"),
                        Map.of("reason", "x"),
                        Map.of("because", "PATIENT_AT_OUR_DOOR"),
                        Map.of("because", "PATIENT_AT_OUR_DOOR", "reason", " "),
                        Map.of("because", "PATIENT_AT_OUR_DOOR", "reason", "x".repeat(501)))) {
            doctor.does(transfer, "break-glass", body).statusCode(422);
        }
        doctor.sees(transfer).statusCode(404);
    }

    @Test
    void whoeverMayKnowThePatientBreaksNothing() {
        opens(SECOND_DOCTOR, code).statusCode(409).body("code", is("identity-open"));
        bedService.holds(transfer, 1, BedService.HTD);
        bedService.confirms(transfer, 1, BedService.HTD);
        opens(ICU_DOCTOR, code).statusCode(409).body("refusal", is("identity-open"));
        assertThat(told()).isEmpty();
    }

    /** It sees the case, but a patient at its door has no name. */
    @Test
    void aCandidateMay() {
        bedService.holds(transfer, 1, BedService.HTD);
        ICU_DOCTOR.sees(transfer, "identity").statusCode(403);

        opens(ICU_DOCTOR, code).statusCode(200);

        ICU_DOCTOR.sees(transfer, "identity").statusCode(200);
        Person.of("nurse", "htd-hcmc").sees(transfer, "identity").statusCode(403);
    }

    @Test
    void itGivesNoCommand() {
        opens(doctor, code).statusCode(200);

        Cases.COMMANDS.forEach(
                (command, body) ->
                        doctor.does(transfer, command, body)
                                .statusCode(403)
                                .body("code", is("role-required")));
        doctor.asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("clinical", Cases.clinical(Cases.agreed())))
                .put("/api/v1/transfers/" + transfer + "/clinical")
                .then()
                .statusCode(403);
        REFERRER.sees(transfer).body("state", is("SEEKING"));
    }

    /** I19: a broken glass is a relation; what is seen through it is not lost. */
    @Test
    void whatHappensIsRecordedAndWithoutANameItHappenedHere() {
        bedService.holds(transfer, 1, BedService.HTD);
        bedService.confirms(transfer, 1, BedService.HTD);
        REFERRER.records(transfer, "DEPARTED").statusCode(200);
        doctor.records(transfer, "READING").statusCode(404);
        opens(doctor, code).statusCode(200);

        doctor.records(transfer, "READING").statusCode(200).body("state", is("IN_TRANSIT"));
        doctor.records(transfer, "ARRIVED")
                .statusCode(200)
                .body("state", is("ARRIVED"))
                .body("flag", is("ARRIVED_ELSEWHERE"))
                .body("destination.organisation", is(house));
    }

    /** Opened before they were the team that goes, and still open when they arrive as planned. */
    @Test
    void aTeamThatHasAPartMeanwhileArrivesWhereItIsExpected() {
        var team = Person.of("team", house);
        opens(team, code).statusCode(200);
        REFERRER.does(transfer, "team-requests", Map.of("organisation", house)).statusCode(200);
        team.does(transfer, "team-answers", Map.of("goes", true)).statusCode(200);
        bedService.holds(transfer, 1, BedService.HTD);
        bedService.confirms(transfer, 1, BedService.HTD);
        team.records(transfer, "DEPARTED").statusCode(200);

        team.records(transfer, "ARRIVED")
                .statusCode(200)
                .body("flag", nullValue())
                .body("destination.organisation", is("htd-hcmc"));
    }

    @Test
    void anEntryWrittenMeanwhileCountsAfterwards() {
        opens(doctor, code).statusCode(200);
        var meanwhile = Instant.now().plusSeconds(60).toString();

        DatabaseTime.ahead(Duration.ofHours(2));
        doctor.records(transfer, "READING", Map.of("occurredAt", meanwhile))
                .statusCode(200)
                .body("state", nullValue());
        doctor.records(transfer, "READING").statusCode(404);
    }

    @Test
    void everyReadOfIdentityNamesTheGlassItCameThrough() {
        String opening = opens(doctor, code).extract().path("openingId");
        doctor.sees(transfer, "identity").statusCode(200);
        REFERRER.sees(transfer, "identity").statusCode(200);

        assertThat(
                        OwnerConnection.column(
                                "select actor || ' ' || action || ' ' || coalesce(codes ->> 'purpose', '-')"
                                        + " || ' ' || coalesce(codes ->> 'opening', '-') || ' ' || coalesce(codes ->> 'because', '-')"
                                        + " || ' ' || (codes ->> 'legalBasis') from audit where subject_id = '"
                                        + transfer
                                        + "' order by id"))
                .containsExactly(
                        "doctor@%s glass-broken - %s PATIENT_AT_OUR_DOOR EMERGENCY_19_1_A"
                                .formatted(house, opening),
                        "doctor@%s identity-read BREAK_GLASS %s PATIENT_AT_OUR_DOOR EMERGENCY_19_1_A"
                                .formatted(house, opening),
                        "referrer@soc-trang-covid identity-read - - - EMERGENCY_19_1_A");
    }

    @Test
    void othersAreToldWithoutWordsAndTheSenderReadsThemOnTheTimeline() {
        String opening = opens(doctor, code).extract().path("openingId");

        assertThat(told())
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event)
                                        .contains(opening, house, "PATIENT_AT_OUR_DOOR", code)
                                        .doesNotContain("free words", Cases.CANARY, "doctor@"));
        for (var reviewer : new Person[] {REFERRER, COORDINATOR}) {
            reviewer.sees(transfer, "timeline")
                    .body("items[1].what", is("transfer.glass-broken"))
                    .body("items[1].actor", is("doctor@" + house))
                    .body("items[1].organisation", is(house))
                    .body("items[1].reason", is(BODY.get("reason")))
                    .body("items[1].values.because", is("PATIENT_AT_OUR_DOOR"))
                    .body("items[1].values.opening", is(opening))
                    .body("items[1].values.minutes", is(60));
        }
        bedService.holds(transfer, 1, BedService.HTD);
        var candidate = ICU_DOCTOR.sees(transfer, "timeline").extract().asString();
        assertThat(candidate).doesNotContain("free words", house);
    }

    @Test
    void thoseWhoWatchOverAllSeeEveryOne() {
        String opening = opens(doctor, code).extract().path("openingId");
        doctor.sees(transfer, "identity").statusCode(200);
        doctor.sees(transfer, "identity").statusCode(200);

        for (var watching : new Person[] {COORDINATOR, Person.of("admin", "lienvien")}) {
            var page = watching.asks().get("/api/v1/transfers/break-glass?limit=1").then();
            page.statusCode(200)
                    .body("items[0].openingId", is(opening))
                    .body("items[0].transferId", is(transfer.toString()))
                    .body("items[0].caseCode", is(code))
                    .body("items[0].origin", is("soc-trang-covid"))
                    .body("items[0].user", is("doctor@" + house))
                    .body("items[0].role", is("doctor"))
                    .body("items[0].identityReads", is(2));
            assertThat(page.extract().asString()).doesNotContain("free words");
        }
        opens(Person.of("nurse", house), code).statusCode(200);
        String next =
                COORDINATOR
                        .asks()
                        .get("/api/v1/transfers/break-glass?limit=1")
                        .then()
                        .body("items[0].role", is("nurse"))
                        .extract()
                        .path("nextCursor");
        COORDINATOR
                .asks()
                .get("/api/v1/transfers/break-glass?limit=1&cursor=" + next)
                .then()
                .body("items.openingId", is(List.of(opening)));
        doctor.asks().get("/api/v1/transfers/break-glass").then().statusCode(403);
        REFERRER.asks().get("/api/v1/transfers/break-glass").then().statusCode(403);
    }

    @Test
    void aCodeThatIsNoneIsAnsweredAsIfNothingWereThere() {
        REFERRER.does(transfer, "end", Map.of("kind", "CANCELLED", "reason", "x")).statusCode(200);
        var unknown = answer(doctor, "222222");

        assertThat(answer(doctor, code)).isEqualTo(unknown);
        assertThat(answer(doctor, transfer.toString())).isEqualTo(unknown);
        assertThat(answer(doctor, UUID.randomUUID().toString())).isEqualTo(unknown);
        assertThat(answer(doctor, "no-code")).isEqualTo(unknown);
        assertThat(unknown).contains("\"not-found\"");
        assertThat(told()).isEmpty();
    }

    @Test
    void afterFiveWrongCodesNoCodeIsLookedAtForAnHour() {
        for (int n = 0; n < 5; n++) {
            opens(doctor, "22222" + (n + 2)).statusCode(404);
        }

        opens(doctor, code)
                .statusCode(429)
                .body("code", is("too-many-wrong-codes"))
                .body("retryAfter", greaterThan(3500));
        opens(doctor, "222222")
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, greaterThan(3500));
        assertThat(shut()).isEqualTo(1);
        assertThat(count("glass_miss where actor = 'doctor@" + house + "'")).isEqualTo(5);

        opens(Person.of("nurse", house), code).statusCode(200);
        opens(doctor, transfer.toString()).statusCode(200);
        DatabaseTime.ahead(Duration.ofHours(1).plusSeconds(1));
        opens(doctor, code).statusCode(200);
    }

    @Test
    void aRefusalToLookIsKeptUnderNoKey() {
        for (int n = 0; n < 5; n++) {
            opens(doctor, "33333" + (n + 2)).statusCode(404);
        }
        var key = UUID.randomUUID().toString();
        keyedByCode(key).statusCode(429);

        DatabaseTime.ahead(Duration.ofHours(1).plusSeconds(1));
        keyedByCode(key).statusCode(200);
    }

    @Test
    void aRepeatedMissUnderOneKeyIsOneTry() {
        for (int n = 0; n < 7; n++) {
            doctor.asks()
                    .header("Idempotency-Key", house)
                    .body(BODY)
                    .post("/api/v1/transfers/444444/break-glass")
                    .then()
                    .statusCode(404);
        }
        assertThat(count("glass_miss where actor = 'doctor@" + house + "'")).isEqualTo(1);
    }

    /** All have counted before the first is kept, if they are let. */
    @Test
    void manyTriesAtOnceAreNotMore() throws Exception {
        try (var hands = Executors.newFixedThreadPool(10);
                var owner = OwnerConnection.open();
                var sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("lock table glass_miss in share mode");
            var tries =
                    IntStream.range(0, 10)
                            .mapToObj(n -> "55555" + "23456789AB".charAt(n))
                            .map(tried -> hands.submit(() -> status(opens(doctor, tried))))
                            .toList();
            await().until(
                            () -> {
                                sql.execute("select 1"); // else it is taken for an idle one
                                return count("pg_locks where not granted") == tries.size();
                            });
            owner.commit();

            var answers = new ArrayList<Integer>();
            for (var each : tries) {
                answers.add(each.get());
            }
            assertThat(answers)
                    .containsExactlyInAnyOrder(404, 404, 404, 404, 404, 429, 429, 429, 429, 429);
        }
        assertThat(shut()).isEqualTo(1);
    }

    @Test
    void whatWasOpenedIsNeverEdited() {
        assertThat(
                        OwnerConnection.value(
                                "select has_table_privilege('service_app', 'glass', 'update')"
                                        + " or has_table_privilege('service_app', 'glass', 'delete')"))
                .isEqualTo("f");
    }

    /** Opened twice for one patient: those who ask are told of each person. */
    @Test
    void twoPeopleBreakTwo() {
        opens(doctor, code).statusCode(200);
        opens(Person.of("nurse", house), code).statusCode(200);

        assertThat(told()).hasSize(2);
        COORDINATOR.sees(transfer, "timeline").body("items.actor", hasItem("nurse@" + house));
    }

    private static ValidatableResponse opens(Person person, String named) {
        return person.asks().body(BODY).post("/api/v1/transfers/" + named + "/break-glass").then();
    }

    private static int status(ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    private ValidatableResponse keyed(String key, Map<String, String> body) {
        return doctor.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/transfers/" + transfer + "/break-glass")
                .then();
    }

    private ValidatableResponse keyedByCode(String key) {
        return doctor.asks()
                .header("Idempotency-Key", key)
                .body(BODY)
                .post("/api/v1/transfers/" + code + "/break-glass")
                .then();
    }

    private static String answer(Person person, String named) {
        return person.asks()
                .header("X-Request-Id", "the-same-request")
                .body(BODY)
                .post("/api/v1/transfers/" + named + "/break-glass")
                .asString()
                .replace(named, "<named>");
    }

    private List<String> told() {
        return OwnerConnection.column(
                "select convert_from(payload, 'UTF8') || attributes::text from outbox where key = '"
                        + transfer
                        + "' and type = 'vn.lienvien.transfer.glass-broken.v1'");
    }

    private long shut() {
        return count(
                "audit where action = 'glass-codes-shut' and subject_id = 'doctor@" + house + "'");
    }

    private static long count(String from) {
        return Long.parseLong(OwnerConnection.value("select count(*) from " + from));
    }
}
