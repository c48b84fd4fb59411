package vn.lienvien.bed.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.kit.test.Patience.await;

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

/** Hospitals and units, and what wards say of themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnitsTest {

    private static final String HTD = "/api/v1/units/htd-hcmc.icu-adult";
    private static final String NURSE = "nurse";

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void theRegisterSaysWhatIsKnownAndHowSure() {
        get("referrer", "soc-trang-covid", "/api/v1/hospitals?limit=200")
                .statusCode(200)
                .body("items.code", hasItems("htd-hcmc", "soc-trang-covid", "bach-mai"))
                .body("items.findAll { it.code == 'fh16-hcmc' }.size()", equalTo(0))
                .body("items.find { it.code == 'nd-115' }.ecmoBasis", equalTo("estimate"))
                .body("items.find { it.code == 'nd-115' }.crrt", nullValue());
        get("referrer", "soc-trang-covid", "/api/v1/units/nd-115.icu-adult")
                .body("activated", equalTo(false))
                .body("findings.vv", equalTo("UNKNOWN"))
                .body("freshness", equalTo("NEVER_REPORTED"));
        get("referrer", "soc-trang-covid", "/api/v1/units/nowhere.icu-adult").statusCode(404);
    }

    @Test
    void pagesFollowEachOther() {
        var first = get("doctor", "htd-hcmc", "/api/v1/units?limit=3").extract().jsonPath();

        get("doctor", "htd-hcmc", "/api/v1/units?limit=3&cursor=" + first.getString("nextCursor"))
                .statusCode(200)
                .body("items.size()", equalTo(3));
        get("doctor", "htd-hcmc", "/api/v1/units?limit=0").statusCode(422);
    }

    @Test
    void onlyItsOwnDoctorActivatesAUnit() {
        var body = Map.of("readyForOutside", 2, "dutyPhone", "+842800000000");
        put("doctor", "cho-ray", body).statusCode(403);
        put(NURSE, "htd-hcmc", body).statusCode(403);

        put("doctor", "htd-hcmc", body)
                .statusCode(200)
                .body("activated", equalTo(true))
                .body("readyForOutside", equalTo(2));

        put("doctor", "htd-hcmc", Map.of("readyForOutside", 0, "active", false))
                .body("activated", equalTo(false));
        assertThat(capacityEvents()).containsExactly("unit-activated", "unit-deactivated");
    }

    @Test
    void aReportOpensAndClosesSlotsAndHasAnAge() {
        report(6, 5, 2, 2)
                .statusCode(200)
                .body("slots.free", equalTo(3))
                .body("slots.occupied", equalTo(2))
                .body("report.staffed", equalTo(5))
                .body("freshness", equalTo("FRESH"))
                .body("ageMinutes", equalTo(0));
        report(6, 3, 2, 1).body("slots.free", equalTo(1)).body("slots.closed", equalTo(2));
        assertThat(capacityEvents()).containsExactly("reported", "reported");
        Duty.post(
                        TestTokens.as(NURSE, "cho-ray"),
                        HTD + "/capacity-reports",
                        Map.of("operable", 1, "staffed", 1, "occupied", 0, "readyForOutside", 1))
                .statusCode(403);
        report(-1, 0, 0, 0).statusCode(422);
    }

    @Test
    void aReportBelowWhatIsHeldIsADoubtUntilTheNextOne() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        Duty.offerTo("htd-hcmc", transfer);

        report(1, 1, 1, 0).body("doubt", equalTo("BELOW_HELD")).body("slots.held", equalTo(1));
        report(2, 2, 1, 0).body("doubt", nullValue()).body("slots.held", equalTo(1));

        assertThat(capacityEvents())
                .containsExactly("reported", "unit-doubted", "reported", "unit-trusted");
    }

    @Test
    void theSameReportAfterAnExtraBedIsNoDoubt() {
        report(1, 1, 1, 0);
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.confirms("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer)).statusCode(200);

        report(1, 1, 1, 0).body("doubt", nullValue()).body("slots.confirmed", equalTo(1));
    }

    @Test
    void closingAConfirmedSlotIsAWithdrawal() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        Duty.confirms("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer)).statusCode(200);
        var slot = OwnerConnection.value("select id from slot");

        say(slot, Map.of("state", "FREE"))
                .statusCode(409)
                .body("type", equalTo("/problems/slot-taken"));
        say(slot, Map.of("state", "CLOSED", "reason", "NO_STAFF"))
                .statusCode(200)
                .body("state", equalTo("CLOSED"));

        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "slot-confirmed", "slot-withdrawn");
        Duty.becomes(transfer, "WITHDRAWN");
        assertThat(capacityEvents()).containsExactly("slot-state-changed");
        assertThat(
                        OwnerConnection.column(
                                "select action from audit where subject_id = '" + slot + "'"))
                .containsExactly("slot-state");
    }

    @Test
    void aBedThatIsLeftIsCleanedAndGivenToTheNext() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var first = Transfers.agreed("htd-hcmc");
        told.that(first.requested());
        Duty.confirms("htd-hcmc", first, Duty.offerTo("htd-hcmc", first)).statusCode(200);
        told.that(first.arrived("htd-hcmc", null));
        var next = Transfers.searched();
        told.that(next.requested());
        Duty.becomes(next, "WAITING");
        var slot = OwnerConnection.value("select id from slot");
        OwnerConnection.run("update unit set ready_for_outside = 2 where activated");

        say(slot, Map.of("state", "CLEANING")).statusCode(200);
        say(slot, Map.of("state", "CLEANING")).statusCode(200);
        say(slot, Map.of("state", "FREE")).statusCode(200);

        Duty.offerTo("htd-hcmc", next);
        Duty.becomes(first, "ENDED");
        get("doctor", "htd-hcmc", HTD + "/slots").body("items[0].state", equalTo("HELD"));
        get("doctor", "cho-ray", HTD + "/slots").statusCode(403);
    }

    @Test
    void aWardOpensOneMoreSlot() {
        Duty.post(TestTokens.as(NURSE, "htd-hcmc"), HTD + "/slots", Map.of())
                .statusCode(201)
                .body("state", equalTo("FREE"));
        await().until(() -> capacityEvents().contains("slot-state-changed"));
    }

    private static List<String> capacityEvents() {
        return OwnerConnection.column(
                """
                select regexp_replace(type, 'vn.lienvien.capacity.(.*).v1', '\\1') from outbox
                where topic = 'lienvien.capacity.events' order by id
                """);
    }

    private static ValidatableResponse say(String slot, Map<String, ?> body) {
        return Duty.post(TestTokens.as(NURSE, "htd-hcmc"), HTD + "/slots/" + slot + "/state", body);
    }

    private static ValidatableResponse report(int operable, int staffed, int occupied, int ready) {
        return Duty.post(
                TestTokens.as(NURSE, "htd-hcmc"),
                HTD + "/capacity-reports",
                Map.of(
                        "operable",
                        operable,
                        "staffed",
                        staffed,
                        "occupied",
                        occupied,
                        "readyForOutside",
                        ready));
    }

    private static ValidatableResponse put(String role, String organisation, Object body) {
        return given().auth()
                .oauth2(TestTokens.as(role, organisation))
                .contentType("application/json")
                .body(body)
                .put(HTD + "/activation")
                .then();
    }

    private static ValidatableResponse get(String role, String organisation, String path) {
        return given().auth().oauth2(TestTokens.as(role, organisation)).get(path).then();
    }
}
