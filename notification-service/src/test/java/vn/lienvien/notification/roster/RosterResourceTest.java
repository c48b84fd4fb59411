package vn.lienvien.notification.roster;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.roster.domain.DutyLine;
import vn.lienvien.notification.roster.domain.Hours;
import vn.lienvien.notification.roster.domain.OnCall;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;
import vn.lienvien.notification.roster.sheet.RosterWriter;
import vn.lienvien.notification.roster.sheet.Workbooks;

/** Every name and number here is invented. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class RosterResourceTest {

    private static final String PATH = "/api/v1/rosters/";
    private static final AtomicInteger HOUSES = new AtomicInteger();
    private static final Week WEEK = Week.of(LocalDate.of(2026, 11, 23));
    private static final OnCall LUA =
            new OnCall("BS. Trần Văn Lúa", List.of("+84903000002"), "doctor@here");
    private static final OnCall SEN =
            new OnCall("BSCKII. Lê Thị Sen", List.of("+84903000001"), null);

    @Inject OnDuty onDuty;

    private String house;
    private String unit;

    @BeforeEach
    void anotherHouse() {
        house = "house-" + HOUSES.incrementAndGet();
        unit = house + ".icu-adult";
    }

    @Test
    void aWorkbookIsShownFirstAndThenTaken() {
        var preview =
                upload(Workbooks.usual())
                        .then()
                        .statusCode(201)
                        .body("week", equalTo("2026-11-23"))
                        .body("replaces", nullValue())
                        .body("shifts", hasSize(11))
                        .body("notes.find { it.cell == 'C8' }.code", equalTo("zero-restored"))
                        .body("gaps.findAll { it.line == 'LEADER' }", empty())
                        .body(
                                "gaps.findAll { it.line == 'DOCTOR' }",
                                contains(
                                        Map.of(
                                                "line",
                                                "DOCTOR",
                                                "from",
                                                "2026-11-24T12:00:00Z",
                                                "until",
                                                "2026-11-30T00:00:00Z")))
                        .extract()
                        .<String>path("preview");

        doctor().get(PATH + unit + "/weeks/2026-11-23").then().statusCode(404);

        take(preview)
                .then()
                .statusCode(201)
                .header("Location", containsString(PATH + unit + "/weeks/2026-11-23?version=1"))
                .body("version", equalTo(1))
                .body("importedBy", equalTo("doctor@" + house))
                .body("versions", contains(1))
                .body(
                        "shifts.find { it.line == 'DOCTOR' }.people[0].name",
                        equalTo("BS. Trần Văn Lúa"))
                .body(
                        "shifts.find { it.line == 'DOCTOR' }.people[0].phones[0].shown",
                        equalTo("0903 000 002"))
                .body(
                        "shifts.find { it.line == 'DOCTOR' }.people[0].phones[0].tel",
                        equalTo("tel:+84903000002"));

        assertThat(
                        OwnerConnection.column(
                                "select codes::text from audit where subject_id = '"
                                        + unit
                                        + "/2026-11-23'"))
                .containsExactly("{\"shifts\": \"11\", \"version\": \"1\"}");
        take(preview).then().statusCode(404);
    }

    @Test
    void wrongCellsAreNamedAndNothingIsKept() {
        var wrong = Workbooks.usualWith(sheet -> sheet.value(4, 4, "BS. Lý Bưởi 090300000"));

        upload(wrong)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("roster-cells"))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("E5"))
                .body("violations[0].code", equalTo("phone-wrong"))
                .body("violations[0].message", containsString("10 digits"));
        doctor().header("Accept-Language", "vi-VN")
                .body(wrong)
                .post(PATH + unit + "/previews")
                .then()
                .body("violations[0].message", containsString("10 chữ số"));
        assertThat(
                        OwnerConnection.value(
                                "select count(*) from roster_preview where place = '" + unit + "'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "'Thứ 2;Thứ 3;Thứ 4', 422, roster-not-a-workbook",
        "'', 422, roster-not-a-workbook",
        "'PK\u0003\u0004 and no more than that', 422, roster-damaged"
    })
    void aFileThatIsNoWorkbookIsRefused(String file, int status, String code) {
        doctor().contentType("text/csv")
                .body(file.getBytes(UTF_8))
                .post(PATH + unit + "/previews")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void aWorkbookNamedCsvIsAWorkbook() {
        doctor().contentType("text/csv")
                .body(Workbooks.usual())
                .post(PATH + unit + "/previews")
                .then()
                .statusCode(201);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        upload(new byte[5 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("code", equalTo("roster-too-large"));
        doctor().contentType(ContentType.JSON)
                .body("{\"preview\":\"" + " ".repeat(300 * 1024) + "\"}")
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(413);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        var preview = preview(Workbooks.usual());

        var gone = expired();
        var workbook = Workbooks.usual();

        for (var repeat = 0; repeat < 2; repeat++) {
            keyed("take")
                    .contentType(ContentType.JSON)
                    .body(Map.of("preview", preview))
                    .post(PATH + unit + "/imports")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
            keyed("refused")
                    .contentType(ContentType.JSON)
                    .body(Map.of("preview", gone))
                    .post(PATH + unit + "/imports")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("roster-preview-expired"));
        }
        var first =
                keyed("show")
                        .body(workbook)
                        .post(PATH + unit + "/previews")
                        .<String>path("preview");
        keyed("show")
                .body(workbook)
                .post(PATH + unit + "/previews")
                .then()
                .statusCode(201)
                .body("preview", equalTo(first));
        keyed("show")
                .body(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.DAY, MONDAY, LUA)))
                .post(PATH + unit + "/previews")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aNewVersionReplacesTheWeekAndTheEarlierStays() {
        take(preview(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.DAY, MONDAY, LUA))))
                .then()
                .statusCode(201);
        upload(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.DAY, SUNDAY, SEN)))
                .then()
                .body("replaces", equalTo(1));
        take(preview(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.DAY, SUNDAY, SEN))))
                .then()
                .body("version", equalTo(2))
                .body("versions", contains(2, 1));

        doctor().get(PATH + unit + "/weeks/2026-11-25")
                .then()
                .body("shifts.people.name.flatten()", contains(SEN.name()));
        doctor().get(PATH + unit + "/weeks/2026-11-25?version=1")
                .then()
                .body("supersededAt", not(nullValue()))
                .body("shifts.people.name.flatten()", contains(LUA.name()));
        doctor().get(PATH + unit + "/weeks/2026-11-25?version=3").then().statusCode(404);
        duty(unit, "2026-11-23T09:00:00+07:00").then().body("lines.now.flatten()", empty());
    }

    @Test
    void aPreviewOlderThanAnotherImportIsRefused() {
        var first = preview(Workbooks.usual());
        var second = preview(Workbooks.usual());
        take(first).then().statusCode(201);

        take(second).then().statusCode(409).body("code", equalTo("roster-changed"));
    }

    @Test
    void ofTwoImportsAtTheSameTimeOneWins() {
        var previews = Stream.generate(() -> preview(Workbooks.usual())).limit(6).toList();

        var statuses =
                previews.stream()
                        .map(each -> CompletableFuture.supplyAsync(() -> take(each).statusCode()))
                        .toList();

        assertThat(statuses.stream().map(CompletableFuture::join).sorted())
                .containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void anExpiredPreviewIsRefused() {
        take(expired()).then().statusCode(409).body("code", equalTo("roster-preview-expired"));
        take(UUID.randomUUID().toString()).then().statusCode(404);
        doctor().contentType(ContentType.JSON)
                .body("{}")
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(422);
    }

    @Test
    void whoIsOnDutyAndNextIsToldWithTheHouseBehindTheUnit() {
        take(preview(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.NIGHT, SUNDAY, LUA))))
                .then()
                .statusCode(201);
        takeFor(house, roster(house, WEEK, shift(DutyLine.LEADER, Hours.WHOLE, SUNDAY, SEN)));

        duty(unit, "2026-11-30T03:00:00+07:00")
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-11-29T20:00:00Z"))
                .body("roster", nullValue())
                .body(
                        "lines.find { it.line == 'DOCTOR' }.now[0].people[0].name",
                        equalTo(LUA.name()))
                .body(
                        "lines.find { it.line == 'DOCTOR' }.now[0].people[0].user",
                        equalTo("doctor@here"))
                .body(
                        "lines.find { it.line == 'DOCTOR' }.now[0].until",
                        equalTo("2026-11-30T00:00:00Z"))
                .body("lines.find { it.line == 'LEADER' }.now[0].place", equalTo(house))
                .body("lines.find { it.line == 'NURSE' }.now", empty());
        duty(unit, "2026-11-29T10:00:00+07:00")
                .then()
                .body("roster.version", equalTo(1))
                .body("lines.find { it.line == 'DOCTOR' }.now", empty())
                .body(
                        "lines.find { it.line == 'DOCTOR' }.next[0].from",
                        equalTo("2026-11-29T12:00:00Z"));
        duty(unit, "yesterday").then().statusCode(422).body("violations[0].field", equalTo("at"));
        doctor().get(PATH + unit).then().statusCode(200);
    }

    @Test
    void theLadderFindsWhomToCallAndNobodyInAGap() {
        take(preview(roster(unit, WEEK, shift(DutyLine.DOCTOR, Hours.DAY, MONDAY, LUA))))
                .then()
                .statusCode(201);
        takeFor(house, roster(house, WEEK, shift(DutyLine.DOCTOR, Hours.NIGHT, MONDAY, SEN)));
        var organisation = new OrganisationCode(house);
        var code = new UnitCode(unit);

        assertThat(
                        onDuty.line(
                                        organisation,
                                        code,
                                        DutyLine.DOCTOR,
                                        Instant.parse("2026-11-23T00:00:00Z"))
                                .people())
                .containsExactly(new Reachable(LUA.name(), LUA.phones(), LUA.user()));
        assertThat(
                        onDuty.line(
                                        organisation,
                                        code,
                                        DutyLine.DOCTOR,
                                        Instant.parse("2026-11-23T12:00:00Z"))
                                .people())
                .containsExactly(new Reachable(SEN.name(), SEN.phones(), null));
        assertThat(
                        onDuty.line(
                                        organisation,
                                        null,
                                        DutyLine.DOCTOR,
                                        Instant.parse("2026-11-23T00:00:00Z"))
                                .people())
                .isEmpty();
        assertThat(
                        onDuty.line(
                                        organisation,
                                        code,
                                        DutyLine.DOCTOR,
                                        Instant.parse("2026-11-24T00:00:00Z"))
                                .people())
                .isEmpty();
    }

    @Test
    void gapsAreShownBeforeTheyCome() {
        var next = Week.at(Instant.now()).next();
        take(preview(roster(unit, next, wholeWeek(next)))).then().statusCode(201);

        var gaps =
                doctor().get(PATH + "gaps?days=21")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items.place", everyItem(equalTo(unit)))
                        .extract();
        assertThat(Instant.parse(gaps.path("items[0].until")))
                .isEqualTo(Hours.DAY.on(next.monday(), DutyLine.DOCTOR, List.of(LUA)).from());
        assertThat(Instant.parse(gaps.path("items[1].from")))
                .isEqualTo(
                        Hours.DAY.on(next.next().monday(), DutyLine.DOCTOR, List.of(LUA)).from());

        as("coordinator", "soyte-hcm")
                .get(PATH + "gaps?organisation=" + house)
                .then()
                .statusCode(200)
                .body("items.organisation", hasItem(house));
        as("coordinator", "soyte-hcm")
                .get(PATH + "gaps")
                .then()
                .body("items.organisation", hasItem(house));
        as("doctor", "cho-ray").get(PATH + "gaps").then().body("items", empty());
        as("doctor", "cho-ray").get(PATH + "gaps?organisation=" + house).then().statusCode(404);
        doctor().get(PATH + "gaps?days=29").then().statusCode(422);
    }

    @Test
    void aLineThatOthersOutrunIsStillKept() {
        var now = Week.at(Instant.now());
        var far = new Week(now.monday().plusWeeks(6));
        take(preview(roster(unit, now, shift(now, DutyLine.NURSE)))).then().statusCode(201);
        take(preview(roster(unit, far, shift(far, DutyLine.DOCTOR)))).then().statusCode(201);

        doctor().get(PATH + "gaps?days=14").then().body("items.line", hasItem("NURSE"));
        assertThat(
                        onDuty.line(
                                        new OrganisationCode(house),
                                        new UnitCode(unit),
                                        DutyLine.NURSE,
                                        now.next().starts().plusSeconds(1))
                                .gap())
                .isTrue();
    }

    private static Shift shift(Week week, DutyLine line) {
        return Hours.DAY.on(week.monday(), line, List.of(LUA));
    }

    @Test
    void aCalendarShowsTheShifts() {
        var week = Week.at(Instant.now()).next();
        take(preview(
                        roster(
                                unit,
                                week,
                                Hours.NIGHT.on(week.monday(), DutyLine.DOCTOR, List.of(LUA, SEN)))))
                .then()
                .statusCode(201);

        var text =
                doctor().get(PATH + unit + ".ics")
                        .then()
                        .statusCode(200)
                        .contentType("text/calendar")
                        .extract()
                        .asString();

        assertThat(text.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(text)
                .contains("\r\n")
                .contains("DTSTART:" + week.monday().toString().replace("-", "") + "T120000Z");
        var event = Biweekly.parse(text).first().getEvents().getFirst();
        assertThat(event.getSummary().getValue())
                .isEqualTo("Bác sĩ trực: BS. Trần Văn Lúa, BSCKII. Lê Thị Sen");
        assertThat(event.getDescription().getValue())
                .isEqualTo("BS. Trần Văn Lúa 0903 000 002\nBSCKII. Lê Thị Sen 0903 000 001");
    }

    @Test
    void theTemplateAndAnExportAreWorkbooksThatCanBeImported() {
        var template =
                doctor().get(PATH + unit + "/template.xlsx?week=2026-11-25")
                        .then()
                        .statusCode(200)
                        .contentType(RosterResource.WORKBOOK)
                        .header("Content-Disposition", containsString(unit + "-2026-11-23.xlsx"))
                        .extract()
                        .asByteArray();
        upload(template).then().statusCode(422).body("violations.code", contains("nobody"));
        doctor().get(PATH + unit + "/template.xlsx").then().statusCode(200);
        doctor().get(PATH + unit + "/template.xlsx?week=48").then().statusCode(422);

        take(preview(Workbooks.usual())).then().statusCode(201);
        var exported =
                doctor().get(PATH + unit + "/weeks/2026-11-23.xlsx")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        upload(exported).then().statusCode(201).body("shifts", hasSize(11));
        doctor().get(PATH + unit + "/weeks/2026-11-30.xlsx").then().statusCode(404);
    }

    @Test
    void othersDoNotSeeARosterAndCoordinatorsOnlyRead() {
        take(preview(Workbooks.usual())).then().statusCode(201);

        for (var path :
                List.of(
                        "",
                        ".ics",
                        "/template.xlsx",
                        "/weeks/2026-11-23",
                        "/weeks/2026-11-23.xlsx")) {
            as("doctor", "cho-ray")
                    .get(PATH + unit + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
            as("coordinator", "soyte-hcm").get(PATH + unit + path).then().statusCode(200);
            as("nurse", house).get(PATH + unit + path).then().statusCode(200);
            as("system", house).get(PATH + unit + path).then().statusCode(200);
            given().get(PATH + unit + path).then().statusCode(401);
        }
        doctor().get(PATH + "Not.A-Unit").then().statusCode(404);
        doctor().get(PATH + house + ".").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse", "referrer", "team", "authority"})
    void onlyEditorsOfTheHouseImport(String role) {
        var preview = preview(Workbooks.usual());
        var body = Map.of("preview", preview);

        as(role, house)
                .body(Workbooks.usual())
                .post(PATH + unit + "/previews")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-required"));
        as(role, house)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(403);
        as("coordinator", "soyte-hcm")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(403);
        as("doctor", "cho-ray")
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(404);
        as("admin", house)
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body(body)
                .post(PATH + unit + "/imports")
                .then()
                .statusCode(401);
    }

    private RequestSpecification keyed(String key) {
        return doctor().header("Idempotency-Key", key + "-" + unit);
    }

    private RequestSpecification doctor() {
        return as("doctor", house);
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().header("Authorization", "Bearer " + TestTokens.as(role, organisation));
    }

    private Response upload(byte[] workbook) {
        return doctor().contentType(RosterResource.WORKBOOK)
                .body(workbook)
                .post(PATH + unit + "/previews");
    }

    private String preview(byte[] workbook) {
        return upload(workbook).then().statusCode(201).extract().path("preview");
    }

    private Response take(String preview) {
        return doctor().contentType(ContentType.JSON)
                .body(Map.of("preview", preview))
                .post(PATH + unit + "/imports");
    }

    private void takeFor(String place, byte[] workbook) {
        var preview =
                doctor().contentType(RosterResource.WORKBOOK)
                        .body(workbook)
                        .post(PATH + place + "/previews")
                        .<String>path("preview");
        doctor().contentType(ContentType.JSON)
                .body(Map.of("preview", preview))
                .post(PATH + place + "/imports")
                .then()
                .statusCode(201);
    }

    private String expired() {
        var preview = preview(Workbooks.usual());
        OwnerConnection.run(
                "update roster_preview set expires_at = app_now() where id = '" + preview + "'");
        return preview;
    }

    private Response duty(String place, String at) {
        return doctor().queryParam("at", at).get(PATH + place);
    }

    private static byte[] roster(String place, Week week, Shift... shifts) {
        return RosterWriter.write(Place.of(place), week, List.of(shifts));
    }

    private static Shift shift(DutyLine line, Hours hours, DayOfWeek day, OnCall person) {
        return hours.on(WEEK.day(day), line, List.of(person));
    }

    private static Shift[] wholeWeek(Week week) {
        return Stream.of(DayOfWeek.values())
                .map(day -> Hours.WHOLE.on(week.day(day), DutyLine.DOCTOR, List.of(LUA)))
                .toArray(Shift[]::new);
    }
}
