package vn.lienvien.bed.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.Raw;
import vn.lienvien.kit.test.TestTokens;

/** Files with many units: seen before they are taken, and taken whole or not at all. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportsTest {

    private static final String PREVIEWS = "/api/v1/capacity/report-previews";
    private static final String IMPORTS = "/api/v1/capacity/report-imports";
    private static final String UNIT_PREVIEWS = "/api/v1/capacity/unit-previews";
    private static final String UNIT_IMPORTS = "/api/v1/capacity/unit-imports";
    private static final String BOARD = "/api/v1/capacity/board";
    private static final String HEADER = "unit,operable,staffed,occupied,ready_for_outside";
    private static final String COORDINATOR = TestTokens.as("coordinator", "soyte-hcm");
    private static final String NURSE = TestTokens.as("nurse", "htd-hcmc");

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
        OwnerConnection.run(
                """
                delete from still_true_ask where unit like 'htd-hcmc.icu-test%';
                delete from unit_version where unit like 'htd-hcmc.icu-test%';
                delete from unit where code like 'htd-hcmc.icu-test%'
                """);
    }

    @AfterEach
    void timeAsItIs() {
        DatabaseTime.asItIs();
    }

    @Test
    void manyUnitsAreSeenFirstAndThenTakenWhole() {
        var preview =
                file(
                                COORDINATOR,
                                PREVIEWS,
                                """
                                unit,operable,staffed,occupied,consoles,circuits,crrt_machines,ready_for_outside,limits
                                htd-hcmc.icu-adult,8,6,4,2,,1,1,STAFF:2 ROOM
                                bach-mai.icu-adult,10,10,8,,,,0,
                                """)
                        .statusCode(201)
                        .body("changes.unit", contains("htd-hcmc.icu-adult", "bach-mai.icu-adult"))
                        .body("changes[0].before", nullValue())
                        .body("changes[0].after.circuits", nullValue())
                        .body("changes[0].freeBefore", equalTo(0))
                        .body("changes[0].freeAfter", equalTo(2))
                        .body("changes[0].notes", hasSize(0));
        assertThat(OwnerConnection.value("select count(*) from capacity_report")).isEqualTo("0");

        take(COORDINATOR, IMPORTS, preview).statusCode(201).body("units", equalTo(2));

        unit("htd-hcmc")
                .body("report.staffed", equalTo(6))
                .body("report.consoles", equalTo(2))
                .body("report.circuits", nullValue())
                .body("report.limits.by", contains("STAFF", "ROOM"))
                .body("source", equalTo("IMPORT"))
                .body("slots.free", equalTo(2));
        assertThat(
                        OwnerConnection.column(
                                "select key from outbox where type like '%capacity.reported%' order by key"))
                .containsExactly("bach-mai.icu-adult", "htd-hcmc.icu-adult");
        take(COORDINATOR, IMPORTS, preview).statusCode(404);
    }

    @Test
    void theSemicolonAndTheByteOrderMarkOfExcelAreUnderstood() {
        file(
                        NURSE,
                        PREVIEWS,
                        "\uFEFF" + HEADER.replace(',', ';') + "\r\nhtd-hcmc.icu-adult;8;6;4;1\r\n")
                .statusCode(201)
                .body("changes.after.staffed", contains(6));
        file(NURSE, PREVIEWS, HEADER.replace(',', '\t') + "\nhtd-hcmc.icu-adult\t8\t6\t4\t1")
                .statusCode(201);
        file(NURSE, PREVIEWS, HEADER + "\rhtd-hcmc.icu-adult,8,6,4,1\r").statusCode(201);
        file(
                        NURSE,
                        PREVIEWS,
                        HEADER.toUpperCase(Locale.ROOT) + "\n\"htd-hcmc.icu-adult\", 8 ,6,4,1\n\n")
                .statusCode(201);
    }

    @Test
    void whatWouldMakeAUnitDoubtfulIsSaidBefore() {
        OwnerConnection.run(
                "update unit set activated = true, ready_for_outside = 1, vv = 'YES', crrt = 'YES' where code = 'htd-hcmc.icu-adult'");
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.offerTo("htd-hcmc", transfer);

        var preview =
                file(NURSE, PREVIEWS, HEADER + "\nhtd-hcmc.icu-adult,1,1,1,1\n")
                        .body(
                                "changes[0].notes",
                                containsInAnyOrder("BELOW_PROMISED", "READY_ABOVE_ROOM"));
        take(NURSE, IMPORTS, preview).statusCode(201);

        unit("htd-hcmc").body("doubt", equalTo("BELOW_HELD")).body("slots.held", equalTo(1));
    }

    @Test
    void aPreviewThatIsOvertakenOrTooOldIsNotTaken() {
        var first = file(NURSE, PREVIEWS, HEADER + "\nhtd-hcmc.icu-adult,8,6,4,1\n");
        var second = file(NURSE, PREVIEWS, HEADER + "\nhtd-hcmc.icu-adult,8,7,4,1\n");
        take(NURSE, IMPORTS, first).statusCode(201);

        take(NURSE, IMPORTS, second)
                .statusCode(409)
                .body("type", equalTo("/problems/changed-since-preview"));
        unit("htd-hcmc").body("report.staffed", equalTo(6));

        var third = file(NURSE, PREVIEWS, HEADER + "\nhtd-hcmc.icu-adult,8,8,4,1\n");
        DatabaseTime.ahead(Duration.ofMinutes(31));
        take(NURSE, IMPORTS, third)
                .statusCode(409)
                .body("type", equalTo("/problems/preview-expired"));
    }

    @Test
    void whenAUnitHasLeftTheRegisterNothingOfTheOthersIsTaken() {
        var preview =
                file(
                        COORDINATOR,
                        PREVIEWS,
                        HEADER + "\ncho-ray.icu-adult,8,6,4,1\nhtd-hcmc.icu-adult,8,6,4,1\n");
        closed("htd-hcmc.icu-adult", "'2024-12-31'");
        try {
            take(COORDINATOR, IMPORTS, preview)
                    .statusCode(409)
                    .body("type", equalTo("/problems/changed-since-preview"));

            assertThat(OwnerConnection.value("select count(*) from capacity_report"))
                    .isEqualTo("0");
        } finally {
            closed("htd-hcmc.icu-adult", "null");
        }
    }

    /**
     * As the allocator locks them, which holds slots of many units: neither has what the other
     * waits for.
     */
    @Test
    void theSlotsOfAllUnitsAreLockedInOneOrder() throws SQLException {
        OwnerConnection.run(
                """
                insert into slot (id, version, unit, state, since) values
                    ('00000000-0000-7000-8000-000000000001', 0, 'htd-hcmc.icu-adult', 'FREE', app_now()),
                    ('ffffffff-0000-7000-8000-000000000002', 0, 'bach-mai.icu-adult', 'FREE', app_now())
                """);
        var preview =
                file(
                        COORDINATOR,
                        PREVIEWS,
                        HEADER + "\nbach-mai.icu-adult,8,6,4,1\nhtd-hcmc.icu-adult,8,6,4,1\n");
        CompletableFuture<Integer> taken;
        try (var connection = OwnerConnection.open();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select 1 from slot where unit = 'htd-hcmc.icu-adult' for update");
            taken =
                    CompletableFuture.supplyAsync(
                            () -> take(COORDINATOR, IMPORTS, preview).extract().statusCode());
            await().until(ImportsTest::somebodyWaitsForARow);
            assertThat(
                            OwnerConnection.column(
                                    "select id from slot where unit = 'bach-mai.icu-adult' for update skip locked"))
                    .hasSize(1);
            connection.rollback();
        }
        assertThat(taken.join()).isEqualTo(201);
    }

    private static boolean somebodyWaitsForARow() {
        return !OwnerConnection.value(
                        "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                .equals("0");
    }

    private static void closed(String unit, String since) {
        OwnerConnection.run(
                "update unit set valid_to = %s where code = '%s'".formatted(since, unit));
    }

    @Test
    void aPreviewIsItsMakersOwn() {
        var preview = file(NURSE, PREVIEWS, HEADER + "\nhtd-hcmc.icu-adult,8,6,4,1\n");

        take(COORDINATOR, IMPORTS, preview).statusCode(404);
        take(TestTokens.as("referrer", "htd-hcmc"), IMPORTS, preview).statusCode(403);
        file(TestTokens.as("referrer", "htd-hcmc"), PREVIEWS, HEADER).statusCode(403);
        Duty.post(NURSE, IMPORTS, Map.of()).statusCode(422);
        Duty.post(NURSE, IMPORTS, Map.of("preview", "x")).statusCode(422);
        given().contentType("text/csv").body(HEADER).post(PREVIEWS).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aWrongCellIsToldByRowAndColumn(String text, String field, String code) {
        file(NURSE, PREVIEWS, text)
                .statusCode(422)
                .body("code", equalTo("csv-cells"))
                .body("violations.find { it.field == '%s' }.code".formatted(field), equalTo(code));
        assertThat(OwnerConnection.value("select count(*) from import_preview")).isEqualTo("0");
    }

    static Stream<Arguments> cells() {
        var row = "htd-hcmc.icu-adult,8,6,4,1";
        return Stream.of(
                Arguments.of(HEADER, "row 1", "no-rows"),
                Arguments.of("unit,operable\n", "row 1, staffed", "column-missing"),
                Arguments.of(HEADER + ",price\n" + row + ",1", "row 1, price", "column-unknown"),
                Arguments.of(HEADER + ",unit\n" + row + ",1", "row 1, unit", "column-twice"),
                Arguments.of(HEADER + ",=cmd\n" + row + ",1", "row 1, ?", "column-unknown"),
                Arguments.of(HEADER + "\n" + row + ",9", "row 2", "ragged"),
                Arguments.of(HEADER + "\nhtd-hcmc.icu-adult,8", "row 2", "ragged"),
                Arguments.of(HEADER + "\n" + row + "\n" + row, "row 3, unit", "unit-twice"),
                Arguments.of(HEADER + "\n" + row + "\n" + HEADER, "row 3, unit", "unit-unknown"),
                Arguments.of(HEADER + "\nnowhere.icu,8,6,4,1", "row 2, unit", "unit-unknown"),
                Arguments.of(HEADER + "\ncho-ray.icu-adult,8,6,4,1", "row 2, unit", "not-yours"),
                Arguments.of(HEADER + "\n,8,6,4,1", "row 2, unit", "required"),
                Arguments.of(HEADER + "\n\n,,,,\n,8,6,4,1", "row 4, unit", "required"),
                Arguments.of(HEADER + "\n,,,,\n", "row 1", "no-rows"),
                Arguments.of(HEADER + "\nhtd-hcmc.icu-adult,,6,4,1", "row 2, operable", "required"),
                Arguments.of(
                        HEADER + "\nhtd-hcmc.icu-adult,-1,6,4,1",
                        "row 2, operable",
                        "not-a-number"),
                Arguments.of(
                        HEADER + "\nhtd-hcmc.icu-adult,\"6,5\",6,4,1",
                        "row 2, operable",
                        "not-a-number"),
                Arguments.of(
                        HEADER + "\nhtd-hcmc.icu-adult,10001,6,4,1",
                        "row 2, operable",
                        "not-a-number"),
                Arguments.of(
                        HEADER + "\nhtd-hcmc.icu-adult,=1+1,6,4,1", "row 2, operable", "formula"),
                Arguments.of(HEADER + "\n@SUM(A1),8,6,4,1", "row 2, unit", "formula"),
                Arguments.of(HEADER + ",limits\n" + row + ",MONEY", "row 2, limits", "not-a-limit"),
                Arguments.of(
                        HEADER + ",limits\n" + row + ",STAFF STAFF:2",
                        "row 2, limits",
                        "not-a-limit"),
                Arguments.of(
                        HEADER + ",reported_at\n" + row + ",25/11/2026",
                        "row 2, reported_at",
                        "not-a-time"),
                Arguments.of(
                        HEADER + ",reported_at\n" + row + ",2999-01-01T00:00:00+07:00",
                        "row 2, reported_at",
                        "in-future"));
    }

    @Test
    void faultsAreToldInTheReadersLanguage() {
        var wrong = HEADER + "\nhtd-hcmc.icu-adult,x,6,4,1";
        given().auth()
                .oauth2(NURSE)
                .header("Accept-Language", "vi-VN,vi;q=0.9,en;q=0.8")
                .contentType("text/csv")
                .body(wrong.getBytes(StandardCharsets.UTF_8))
                .post(PREVIEWS)
                .then()
                .statusCode(422)
                .body("title", equalTo("Tệp cần sửa"))
                .body("violations.message", contains("Đây không phải số nguyên từ 0 đến 10000."));
        file(NURSE, PREVIEWS, wrong)
                .body("violations.message", contains("This is no whole number from 0 to 10000."));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsNoTableIsRefusedAsAWhole(byte[] file, int status, String code) {
        send(NURSE, PREVIEWS, file).statusCode(status).body("code", equalTo(code));
        assertThat(OwnerConnection.value("select count(*) from import_preview")).isEqualTo("0");
    }

    static Stream<Arguments> files() {
        var row = "\nhtd-hcmc.icu-adult,8,6,4,1";
        return Stream.of(
                Arguments.of(new byte[0], 422, "csv-empty"),
                Arguments.of(utf8("\uFEFF"), 422, "csv-empty"),
                Arguments.of(utf8("\n\n \n"), 422, "csv-empty"),
                Arguments.of((HEADER + row).getBytes(StandardCharsets.UTF_16), 422, "csv-not-utf8"),
                Arguments.of(
                        (HEADER + row + "é").getBytes(Charset.forName("windows-1258")),
                        422,
                        "csv-not-utf8"),
                Arguments.of(new byte[] {'P', 'K', 3, 4, 20, 0}, 422, "csv-is-a-workbook"),
                Arguments.of(utf8(HEADER + "\n\"htd-hcmc.icu-adult,8,6,4,1"), 422, "csv-damaged"),
                Arguments.of(utf8(HEADER + row + "\0"), 422, "csv-damaged"),
                Arguments.of(utf8(HEADER + row.repeat(2_001)), 413, "csv-too-large"),
                Arguments.of(utf8("a,".repeat(10_000)), 413, "csv-too-large"),
                Arguments.of(
                        utf8(HEADER + "\n" + "u".repeat(501) + ",8,6,4,1"), 413, "csv-too-large"));
    }

    @Test
    void aFileBeyondAllSizeIsNotRead() {
        var answer = Raw.offer(NURSE, PREVIEWS, "text/csv", new byte[300 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void theSameKeyGivesTheSamePreviewAndImport() {
        var text = HEADER + "\nhtd-hcmc.icu-adult,8,6,4,1";
        var first = keyed("file-1", text).statusCode(201).extract().<String>path("preview");
        keyed("file-1", text).statusCode(201).body("preview", equalTo(first));
        keyed("file-1", text + "\n").statusCode(422);
    }

    @Test
    void theBoardIsExportedWithAgesAndHarmlessCells() {
        OwnerConnection.run(
                """
                update unit set duty_phone = '+84 28 0000 0000' where code = 'htd-hcmc.icu-adult';
                update unit set duty_phone = '=HYPERLINK("x")' where code = 'cho-ray.icu-adult'
                """);
        Duty.post(
                        NURSE,
                        "/api/v1/units/htd-hcmc.icu-adult/capacity-reports",
                        Map.of("operable", 8, "staffed", 6, "occupied", 4, "readyForOutside", 1))
                .statusCode(200);

        var csv =
                given().auth()
                        .oauth2(TestTokens.as("authority", "soyte-hcm"))
                        .get(BOARD)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv;charset=UTF-8")
                        .extract()
                        .asString();

        assertThat(csv)
                .startsWith("\uFEFFunit,operable,staffed,occupied,consoles,")
                .contains("\r\nhtd-hcmc.icu-adult,8,6,4,,,,1,,")
                .contains(",0,FRESH,UNIT,")
                .contains("'+84 28 0000 0000")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("\r\nbach-mai.icu-adult,,,,,,,0,,,,NEVER_REPORTED,");
        given().get(BOARD).then().statusCode(401);
        OwnerConnection.run("update unit set duty_phone = null");
    }

    @Test
    void unitsComeFromAFileInVersionsAndAreNotActivated() {
        var preview =
                file(
                                COORDINATOR,
                                UNIT_PREVIEWS,
                                """
                                unit,ages,vv,va,crrt,specialties,lacks,min_weight_kg,mobile_team
                                htd-hcmc.icu-test,ADULT,yes,NO,,TRAUMA,CARDIAC_SURGERY,40.5,
                                """)
                        .statusCode(201)
                        .body("changes[0].before", nullValue())
                        .body("changes[0].changes", equalTo(true))
                        .body("changes[0].after.findings.crrt", equalTo("UNKNOWN"));
        take(COORDINATOR, UNIT_IMPORTS, preview).statusCode(201);

        get("/api/v1/units/htd-hcmc.icu-test")
                .body("activated", equalTo(false))
                .body("findings.vv", equalTo("YES"))
                .body("findings.va", equalTo("NO"))
                .body("findings.isolation", equalTo("UNKNOWN"));

        var changed = file(COORDINATOR, UNIT_PREVIEWS, "unit,ages,vv\nhtd-hcmc.icu-test,ALL,YES\n");
        changed.body("changes[0].before.ages", equalTo("ADULT"));
        take(COORDINATOR, UNIT_IMPORTS, changed).statusCode(201);
        get("/api/v1/units/htd-hcmc.icu-test/versions")
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.unit.ages", contains("ALL", "ADULT"))
                .body("items[0].until", nullValue());

        take(COORDINATOR, UNIT_IMPORTS, changed).statusCode(404);
        get("/api/v1/units/nowhere.icu/versions").statusCode(404);
    }

    @Test
    void aUnitThatIsClosedLeavesTheDirectory() {
        var text = "unit,ages,valid_to\nhtd-hcmc.icu-test2,ADULT,2024-12-31\n";
        take(COORDINATOR, UNIT_IMPORTS, file(COORDINATOR, UNIT_PREVIEWS, text)).statusCode(201);

        get("/api/v1/units/htd-hcmc.icu-test2").statusCode(404);
        assertThat(
                        OwnerConnection.value(
                                "select changed_by from unit_version where unit = 'htd-hcmc.icu-test2'"))
                .isEqualTo("coordinator@soyte-hcm");
    }

    @Test
    void whatTheRegisterCannotTakeIsToldByRowAndColumn() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.offerTo("htd-hcmc", transfer);

        file(
                        COORDINATOR,
                        UNIT_PREVIEWS,
                        """
                        unit,ages,vv,specialties,min_weight_kg,max_weight_kg,valid_to
                        htd-hcmc.icu-adult,ADULT,YES,,,,2024-12-31
                        no-such-hospital.icu,ADULT,YES,,,,
                        HTD,ADULT,YES,,,,
                        htd-hcmc.icu-test,TALL,MAYBE,MAGIC,0,x,tomorrow
                        htd-hcmc.icu-test3,ADULT,YES,,40,3,
                        """)
                .statusCode(422)
                .body(
                        "violations.collect { it.field + ' ' + it.code }",
                        hasItems(
                                "row 2, unit promised",
                                "row 3, unit hospital-unknown",
                                "row 4, unit unit-code",
                                "row 5, ages not-a-word",
                                "row 5, vv not-a-word",
                                "row 5, specialties not-a-word",
                                "row 5, min_weight_kg not-a-weight",
                                "row 5, max_weight_kg not-a-weight",
                                "row 5, valid_to not-a-date",
                                "row 6, max_weight_kg not-a-weight"));
        file(NURSE, UNIT_PREVIEWS, "unit,ages\nhtd-hcmc.icu-test,ADULT\n")
                .statusCode(403)
                .body("code", equalTo("role-required"));
        Duty.post(NURSE, UNIT_IMPORTS, Map.of("preview", "00000000-0000-7000-8000-000000000000"))
                .statusCode(403);
        get("/api/v1/units?limit=200").body("items.unit", hasItem("htd-hcmc.icu-adult"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse file(String token, String path, String text) {
        return send(token, path, utf8(text));
    }

    private static ValidatableResponse send(String token, String path, byte[] file) {
        return given().auth().oauth2(token).contentType("text/csv").body(file).post(path).then();
    }

    private static ValidatableResponse keyed(String key, String text) {
        return given().auth()
                .oauth2(NURSE)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(utf8(text))
                .post(PREVIEWS)
                .then();
    }

    private static ValidatableResponse take(
            String token, String path, ValidatableResponse preview) {
        return Duty.post(token, path, Map.of("preview", preview.extract().<String>path("preview")));
    }

    private static ValidatableResponse unit(String hospital) {
        return get("/api/v1/units/" + hospital + ".icu-adult");
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(COORDINATOR).get(path).then();
    }
}
