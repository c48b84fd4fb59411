package vn.lienvien.bed.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/**
 * A plan for all who wait. The machine is paused for each of them, so that it does not place them
 * first: one by one, Bình Định, who came first, would get the nearer bed in the south, and Sóc
 * Trăng would go the whole length of the country.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PlanTest {

    private static final String SOUTH = "htd-hcmc.icu-adult";
    private static final String NORTH = "bach-mai.icu-adult";
    private static final String PLANS = "/api/v1/placements/plans";

    @Inject Told told;

    private Transfers binhDinh;
    private Transfers socTrang;

    @BeforeEach
    void twoWaitAndThereAreTwoBedsFarApart() {
        Wards.none();
        binhDinh = waiting(from("binh-dinh", Transfers.searched()));
        socTrang = waiting(Transfers.searched());
        Wards.open(SOUTH, 1);
        Wards.open(NORTH, 1);
    }

    @Test
    void seenTogetherBothHaveAShorterWay() {
        var plan = plan();

        assertThat(plan.getList("assignments.transferId"))
                .containsExactly(binhDinh.id().toString(), socTrang.id().toString());
        assertThat(plan.getList("assignments.unit")).containsExactly(NORTH, SOUTH);
        assertThat(plan.getList("assignments.greedyUnit")).containsExactly(SOUTH, NORTH);
        assertThat(plan.getList("assignments[1].reasons")).contains("TRAVEL_MINUTES_ESTIMATED:303");
        assertThat(plan.getInt("assignments[1].travelMinutes")).isEqualTo(303);
        assertThat(plan.getInt("total.assigned")).isEqualTo(2);
        assertThat(plan.getInt("greedy.assigned")).isEqualTo(2);
        assertThat(plan.getInt("total.weightedMinutes"))
                .isLessThan(plan.getInt("greedy.weightedMinutes"));
        assertThat(plan.getInt("total.cost")).isLessThan(plan.getInt("greedy.cost"));
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("0");
    }

    @Test
    void whoStaysWithoutIsToldWhy() {
        OwnerConnection.run("update unit set activated = false");
        var dying = waiting(Transfers.searched().urgent(Urgency.U1).endorsed());
        waiting(Transfers.searched().urgent(Urgency.U0).endorsed());
        OwnerConnection.run("update unit set activated = true where code = '%s'".formatted(SOUTH));

        var plan = plan();

        assertThat(plan.getList("assignments.transferId")).containsExactly(dying.id().toString());
        assertThat(plan.getList("unassigned.because"))
                .containsExactly("RED_ALERT", "HIGHER_RANKS_FILL_IT", "HIGHER_RANKS_FILL_IT");

        OwnerConnection.run("update unit set crrt = 'NO' where code = '%s'".formatted(SOUTH));
        var none = plan();
        assertThat(none.getList("assignments")).isEmpty();
        assertThat(none.getString("unassigned[1].because")).isEqualTo("NO_SUITABLE_UNIT");
        assertThat(none.getList("unassigned[1].blocked.reason")).contains("NO_CRRT");
    }

    @Test
    void theWholePlanIsAccepted() {
        accept(plan(), Map.of("all", true, "reason", "surge"))
                .statusCode(200)
                .body("offered", equalTo(2))
                .body("answers.unit", equalTo(List.of(NORTH, SOUTH)))
                .body("answers.outcome", equalTo(List.of("offered", "offered")));

        Duty.offerTo("bach-mai", binhDinh);
        Duty.offerTo("htd-hcmc", socTrang);
        assertThat(OwnerConnection.column("select state from slot"))
                .containsExactly("HELD", "HELD");
        assertThat(
                        OwnerConnection.column(
                                "select codes ->> 'reason' from audit where action ="
                                        + " 'plan-accepted'"))
                .containsExactly("surge", "surge");
    }

    @Test
    void aPartOfItIsAccepted() {
        accept(plan(), only(socTrang))
                .statusCode(200)
                .body("offered", equalTo(1))
                .body("answers.transferId", equalTo(List.of(socTrang.id().toString())));

        Duty.offerTo("htd-hcmc", socTrang);
        assertThat(Duty.seen(binhDinh).getList("offers")).isEmpty();
    }

    @Test
    void theSameKeyGetsTheSameAnswersAndNothingTwice() {
        var plan = plan();
        for (int i = 0; i < 2; i++) {
            accept(plan, "once", Map.of("all", true, "reason", "surge"))
                    .statusCode(200)
                    .body("offered", equalTo(2));
        }
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("2");
    }

    @Test
    void aRepeatAfterThePlanIsTooOldGetsTheAnswersItHad() {
        var plan = plan();
        accept(plan, "late", Map.of("all", true, "reason", "surge")).statusCode(200);
        OwnerConnection.run("update plan set made_at = made_at - interval '11 minutes'");

        accept(plan, "late", Map.of("all", true, "reason", "surge"))
                .statusCode(200)
                .body("answers.outcome", equalTo(List.of("offered", "offered")));
        accept(plan, "new", Map.of("all", true, "reason", "surge"))
                .statusCode(409)
                .body("code", equalTo("plan-stale"));
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("2");
    }

    @Test
    void ofAPlanHalfAcceptedWhenItBecameTooOldTheRestIsRefused() {
        var plan = plan();
        accept(plan, "cut", Map.of("all", true, "reason", "surge")).statusCode(200);
        OwnerConnection.run(
                "delete from idempotency where key = 'cut/%s'".formatted(socTrang.id()));
        OwnerConnection.run("update plan set made_at = made_at - interval '11 minutes'");

        accept(plan, "cut", Map.of("all", true, "reason", "surge"))
                .statusCode(200)
                .body("offered", equalTo(1))
                .body("answers.outcome", equalTo(List.of("offered", "plan-stale")));
    }

    @Test
    void whatWasOvertakenIsRefusedAndTheRestIsDone() {
        var taken = plan();
        OwnerConnection.run(
                "update slot set state = 'CLEANING' where unit = '%s'".formatted(SOUTH));
        accept(taken, Map.of("all", true, "reason", "surge"))
                .statusCode(200)
                .body("offered", equalTo(1))
                .body("answers.outcome", equalTo(List.of("offered", "slot-taken")));
        accept(taken, Map.of("all", true, "reason", "surge"))
                .statusCode(200)
                .body("offered", equalTo(0))
                .body("answers.outcome", equalTo(List.of("already-offered", "slot-taken")));

        OwnerConnection.run("update slot set state = 'FREE' where unit = '%s'".formatted(SOUTH));
        var overtaken = plan();
        OwnerConnection.run("update unit set crrt = 'NO' where code = '%s'".formatted(SOUTH));
        accept(overtaken, only(socTrang))
                .statusCode(200)
                .body("answers.outcome", equalTo(List.of("plan-overtaken")));
        told.that(socTrang.ended());
        accept(overtaken, only(socTrang))
                .statusCode(200)
                .body("answers.outcome", equalTo(List.of("transfer-ended")));
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("1");
    }

    @Test
    void anOldPlanIsRefusedWhole() {
        var plan = plan();
        OwnerConnection.run("update plan set made_at = made_at - interval '11 minutes'");

        accept(plan, Map.of("all", true, "reason", "surge"))
                .statusCode(409)
                .body("code", equalTo("plan-stale"));
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("0");
    }

    @Test
    void onlyACoordinatorPlans() {
        var path = PLANS + "/" + plan().getString("planId") + "/acceptance";
        var body = Map.of("all", true, "reason", "surge");
        for (var way : List.of(PLANS, path)) {
            Duty.post(TestTokens.as("authority", "byt"), way, body).statusCode(403);
            Duty.post(TestTokens.as("referrer", "soc-trang-covid"), way, body).statusCode(404);
            Duty.post(TestTokens.as("doctor", "htd-hcmc"), way, body).statusCode(404);
        }
        given().post(PLANS).then().statusCode(401);
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("0");
    }

    @Test
    void whatCannotBeMeantIsRefusedWithItsField() {
        var plan = plan();
        var transfer = socTrang.id().toString();
        for (var body :
                List.of(
                        Map.of("reason", "neither"),
                        Map.of("all", true, "transferIds", List.of(transfer), "reason", "both"),
                        Map.of("transferIds", List.of(), "reason", "none"),
                        Map.of("transferIds", List.of(transfer, transfer), "reason", "twice"),
                        Map.of("transferIds", List.of(UUID.randomUUID()), "reason", "unknown"))) {
            accept(plan, body)
                    .statusCode(422)
                    .body("violations", hasSize(1))
                    .body("violations.field", hasItem("transferIds"));
        }
        accept(plan, Map.of("all", true, "reason", " "))
                .statusCode(422)
                .body("violations.field", hasItem("reason"));
        Duty.post(
                        coordinator(),
                        PLANS + "/" + UUID.randomUUID() + "/acceptance",
                        Map.of("all", true, "reason", "x"))
                .statusCode(404);
    }

    private JsonPath plan() {
        return JsonPath.from(
                given().auth()
                        .oauth2(coordinator())
                        .post(PLANS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static ValidatableResponse accept(JsonPath plan, Map<String, ?> body) {
        return Duty.post(
                coordinator(), PLANS + "/" + plan.getString("planId") + "/acceptance", body);
    }

    private static ValidatableResponse accept(JsonPath plan, String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(coordinator())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(PLANS + "/" + plan.getString("planId") + "/acceptance")
                .then();
    }

    private static Map<String, ?> only(Transfers transfer) {
        return Map.of("transferIds", List.of(transfer.id()), "reason", "this one first");
    }

    private Transfers waiting(Transfers transfer) {
        told.that(transfer.requested());
        Duty.coordinator(transfer, "pause", Map.of("reason", "planned together")).statusCode(200);
        return transfer;
    }

    private static Transfers from(String origin, Transfers it) {
        return new Transfers(it.id(), it.code(), origin, it.urgency(), it.attempt(), it.search());
    }

    private static String coordinator() {
        return TestTokens.as("coordinator", "soyte-hcm");
    }
}
