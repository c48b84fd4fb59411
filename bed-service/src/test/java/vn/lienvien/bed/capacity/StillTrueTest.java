package vn.lienvien.bed.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** When a case comes, the units it may reach whose numbers are not fresh are asked about them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StillTrueTest {

    private static final String NEAREST = "can-tho-central.icu-adult";
    private static final String CHO_RAY = "cho-ray.icu-adult";
    private static final String BACH_MAI = "bach-mai.icu-adult";

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void aUnitWithOldNumbersIsAskedOnceAndAnswersWithOneTap() {
        open(NEAREST, 1, "1 hour");
        reported(CHO_RAY, 1);
        reported(BACH_MAI, 1);

        Duty.offerTo("can-tho-central", search());

        assertThat(asked()).containsExactly(BACH_MAI, CHO_RAY);
        unit(BACH_MAI).body("stillTrueAskedAt", notNullValue());
        unit(NEAREST).body("stillTrueAskedAt", nullValue());

        Duty.offerTo("cho-ray", search());
        assertThat(asked()).containsExactly(BACH_MAI, CHO_RAY);

        given().auth()
                .oauth2(TestTokens.as("nurse", "bach-mai"))
                .post("/api/v1/units/" + BACH_MAI + "/capacity-reports/unchanged")
                .then()
                .statusCode(200)
                .body("freshness", equalTo("FRESH"))
                .body("stillTrueAskedAt", nullValue());
    }

    @Test
    void aUnitIsNotAskedAgainWithinTheHour() {
        open(NEAREST, 2, "1 hour");
        open(BACH_MAI, 1, "9 hours");
        OwnerConnection.run(
                "insert into still_true_ask values ('%s', app_now() - interval '59 minutes')"
                        .formatted(BACH_MAI));
        Duty.offerTo("can-tho-central", search());
        assertThat(asked()).isEmpty();

        OwnerConnection.run("update still_true_ask set asked_at = asked_at - interval '2 minutes'");
        Duty.offerTo("can-tho-central", search());
        assertThat(asked()).containsExactly(BACH_MAI);
    }

    @Test
    void inASurgeAReportOfTwoHoursIsAskedAbout() {
        open(NEAREST, 1, "30 minutes");
        open(BACH_MAI, 1, "2 hours");
        Duty.post(
                        TestTokens.as("coordinator", "soyte-hcm"),
                        "/api/v1/capacity/surges",
                        Map.of("reason", "invented"))
                .statusCode(201);

        Duty.offerTo("can-tho-central", search());

        assertThat(asked()).containsExactly(BACH_MAI);
    }

    @Test
    void whatTwoHospitalsAgreedAsksNobodyElse() {
        open(NEAREST, 1, "9 hours");
        open(BACH_MAI, 1, "9 hours");
        var agreed = Transfers.agreed("can-tho-central");
        told.that(agreed.requested());

        Duty.offerTo("can-tho-central", agreed);

        assertThat(asked()).isEmpty();
    }

    private Transfers search() {
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        return transfer;
    }

    /** It reported through the front door, nine hours ago. */
    private static void reported(String unit, int beds) {
        var hospital = unit.substring(0, unit.indexOf('.'));
        Wards.open(unit, 0);
        Duty.post(
                        TestTokens.as("nurse", hospital),
                        "/api/v1/units/" + unit + "/capacity-reports",
                        Map.of(
                                "operable",
                                beds,
                                "staffed",
                                beds,
                                "occupied",
                                0,
                                "readyForOutside",
                                beds))
                .statusCode(200);
        aged(unit, "9 hours");
    }

    private static void open(String unit, int beds, String age) {
        Wards.open(unit, beds);
        aged(unit, age);
    }

    private static void aged(String unit, String age) {
        OwnerConnection.run(
                "update unit set reported_at = app_now() - interval '%s' where code = '%s'"
                        .formatted(age, unit));
    }

    private static List<String> asked() {
        return OwnerConnection.column(
                "select key from outbox where type = 'vn.lienvien.capacity.still-true-asked.v1' order by key");
    }

    private static ValidatableResponse unit(String unit) {
        return given().auth()
                .oauth2(TestTokens.as("referrer", "soc-trang-covid"))
                .get("/api/v1/units/" + unit)
                .then();
    }
}
