package vn.lienvien.bed.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

/** Steps by people, and what people see before they take one. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StepsTest {

    private static final Map<String, String> REASON = Map.of("reason", "two leaders agreed");

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void aDeclaredMultiOfferAsksAllAndTheFirstYesWins() {
        var transfer = askedAtOneHospital();
        Wards.open("bach-mai.icu-adult", 1);
        Wards.open("hue-central.icu-adult", 1);

        Duty.coordinator(
                        transfer,
                        "offers",
                        Map.of(
                                "units",
                                List.of("bach-mai.icu-adult", "hue-central.icu-adult"),
                                "reason",
                                "no time for one after the other"))
                .statusCode(200)
                .body("offers.number", equalTo(List.of(1, 2, 3)));
        Duty.confirms("hue-central", transfer, Duty.offerTo("hue-central", transfer))
                .statusCode(200);

        assertThat(OwnerConnection.column("select state from slot order by state"))
                .containsExactly("CONFIRMED", "FREE", "FREE");
        assertThat(audited()).contains("multi-offer-declared");
    }

    @Test
    void aStepMayBeEnteredLaterThanItWasDecidedButNotAhead() {
        var transfer = askedAtOneHospital();
        Wards.open("bach-mai.icu-adult", 1);
        var decided = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);

        Duty.coordinator(transfer, "offers", byHand(decided)).statusCode(200);
        assertThat(
                        OwnerConnection.value(
                                "select max(sequence) filter (where occurred_at = '%s') = max(sequence) from outbox where key = '%s'"
                                        .formatted(decided, transfer.id())))
                .isEqualTo("t");
        Duty.coordinator(transfer, "offers", byHand(Instant.parse("2099-01-01T00:00:00Z")))
                .statusCode(422);
        Duty.coordinator(
                        transfer,
                        "pause",
                        Map.of("reason", "x", "occurredAt", "2099-01-01T00:00:00Z"))
                .statusCode(422);
    }

    private static Map<String, Object> byHand(Instant occurredAt) {
        return Map.of(
                "unit",
                "bach-mai.icu-adult",
                "reason",
                "agreed by phone",
                "occurredAt",
                occurredAt.toString());
    }

    @Test
    void aMultiOfferNamesEachUnitOnceAndOnlyThoseThatExist() {
        var transfer = searching();
        for (var units :
                List.of(
                        List.of(),
                        List.of("htd-hcmc.icu-adult", "htd-hcmc.icu-adult"),
                        List.of("htd-hcmc.icu-adult", "nowhere.icu"))) {
            Duty.coordinator(transfer, "offers", Map.of("units", units, "reason", "x"))
                    .statusCode(422);
        }
        assertThat(OwnerConnection.value("select count(*) from offer")).isEqualTo("0");
    }

    @Test
    void aSkippedUnitIsNotAskedAndItsQuestionIsTakenBack() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        Duty.offerTo("htd-hcmc", transfer);

        Duty.coordinator(transfer, "units/htd-hcmc.icu-adult/skip", REASON)
                .statusCode(200)
                .body("excluded", hasItem("htd-hcmc.icu-adult"));
        Duty.offerTo("bach-mai", transfer);
        Duty.coordinator(transfer, "units/bach-mai.icu-adult/skip", REASON).statusCode(200);
        Duty.becomes(transfer, "WAITING");
        Duty.coordinator(transfer, "units/htd-hcmc.icu-adult/put-back", REASON).statusCode(200);
        Duty.offerTo("htd-hcmc", transfer);

        assertThat(audited()).contains("unit-skipped", "unit-put-back");
        Duty.coordinator(transfer, "units/nowhere.icu/skip", REASON).statusCode(422);
    }

    @Test
    void whoIsPutFirstIsServedBeforeAHigherClass() {
        var planned = waiting(Transfers.searched().urgent(Urgency.U3));
        var dying = waiting(Transfers.searched().urgent(Urgency.U1).endorsed());
        assertThat(Duty.seen(planned).getInt("waiting.position")).isEqualTo(2);

        Duty.coordinator(
                        planned,
                        "queue-order",
                        Map.of("first", true, "reason", "the organ will not wait"))
                .statusCode(200)
                .body("waiting.position", equalTo(1))
                .body("waiting.putFirst", equalTo(true));
        Wards.open("htd-hcmc.icu-adult", 1);
        Duty.offerTo("htd-hcmc", planned);

        assertThat(Duty.seen(dying).getInt("position")).isEqualTo(1);
        assertThat(audited()).contains("queue-order-overridden");
    }

    @Test
    void whoIsPutBackInLineHasTheOldPlace() {
        var first = waiting(Transfers.searched());
        var second = waiting(Transfers.searched());

        for (var put : List.of(true, false)) {
            Duty.coordinator(second, "queue-order", Map.of("first", put, "reason", "x"))
                    .statusCode(200)
                    .body("position", equalTo(put ? 1 : 2));
        }
        assertThat(Duty.seen(first).getInt("position")).isEqualTo(1);
        Duty.coordinator(second, "queue-order", Map.of("reason", "x")).statusCode(422);
    }

    @Test
    void theSenderSeesWhyItWaitsWhereItStandsAndWhomToCall() {
        Wards.open("htd-hcmc.icu-adult", 1);
        OwnerConnection.run("update slot set state = 'CLEANING'");
        waiting(Transfers.searched());
        var transfer = waiting(Transfers.searched());
        var path = "/api/v1/placements/" + transfer.id();

        put("coordinator", "soyte-hcm", path + "/adviser", adviser()).statusCode(200);

        get("referrer", "soc-trang-covid", path)
                .body("waiting.position", equalTo(2))
                .body("waiting.of", equalTo(2))
                .body("waiting.queuesAs", equalTo("U2"))
                .body("waiting.since", notNullValue())
                .body("waiting.because.reason", hasItem("NO_FREE_SLOT"))
                .body("waiting.because.reason", hasItem("NOT_ACTIVATED"))
                .body("waiting.adviser.name", equalTo(adviser().get("name")))
                .body("waiting.adviser.phone", equalTo("+842800000000"))
                .body("waiting.adviser.organisation", equalTo("soyte-hcm"));

        Duty.coordinator(transfer, "pause", REASON).statusCode(200);
        get("referrer", "soc-trang-covid", path)
                .body("automation", equalTo("BY_COORDINATOR"))
                .body("waiting.position", nullValue())
                .body("waiting.of", equalTo(1))
                .body("waiting.because.reason", hasItem("NO_FREE_SLOT"))
                .body("waiting.rankedAt", notNullValue())
                .body("waiting.adviser.name", equalTo(adviser().get("name")));

        put("referrer", "soc-trang-covid", path + "/adviser", adviser()).statusCode(403);
        put("coordinator", "soyte-hcm", path + "/adviser", Map.of("name", "x")).statusCode(422);
    }

    @Test
    void theListIsKeptWithItsReasonsForTheSenderAndCoordinatorsOnly() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        Duty.offerTo("htd-hcmc", transfer);
        var path = "/api/v1/placements/" + transfer.id() + "/ranking";

        get("referrer", "soc-trang-covid", path)
                .statusCode(200)
                .body("attempt", equalTo(1))
                .body("rankedAt", notNullValue())
                .body("candidates[0].unit", equalTo("htd-hcmc.icu-adult"))
                .body("candidates[1].unit", equalTo("bach-mai.icu-adult"))
                .body("candidates[0].reasons", hasItem("TRAVEL_MINUTES_ESTIMATED:303"))
                .body("candidates[0].reasons", hasItem("DUTY_UNKNOWN"));
        get("doctor", "htd-hcmc", path).statusCode(403);
        get("doctor", "cho-ray", path).statusCode(404);
    }

    @Test
    void whatIfRanksAndHoldsNothing() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        OwnerConnection.run("update unit set crrt = 'NO' where code = 'htd-hcmc.icu-adult'");
        var needs =
                Map.of(
                        "origin", "soc-trang-covid",
                        "ecmoStatus", "RUNNING",
                        "ecmoMode", "VV",
                        "ageGroup", "ADULT",
                        "crrt", "YES");

        for (var token :
                List.of(
                        TestTokens.as("coordinator", "soyte-hcm"),
                        TestTokens.as("authority", "byt"),
                        TestTokens.as("referrer", "soc-trang-covid"))) {
            whatIf(token, needs)
                    .statusCode(200)
                    .body("candidates[0].unit", equalTo("bach-mai.icu-adult"))
                    .body("candidates[0].suitable", equalTo(true))
                    .body(
                            "candidates.find { it.unit == 'htd-hcmc.icu-adult' }.reasons",
                            hasItem("NO_CRRT"));
        }
        assertThat(OwnerConnection.column("select state from slot")).containsOnly("FREE");
        assertThat(OwnerConnection.value("select count(*) from ranking")).isEqualTo("0");
        whatIf(TestTokens.as("referrer", "cho-ray"), needs).statusCode(404);
        whatIf(TestTokens.as("nurse", "soc-trang-covid"), needs).statusCode(403);
        whatIf(TestTokens.as("coordinator", "soyte-hcm"), Map.of("origin", "nowhere"))
                .statusCode(422);
        whatIf(
                        TestTokens.as("coordinator", "soyte-hcm"),
                        Map.of("origin", "cho-ray", "ageYears", -1))
                .statusCode(422);
        whatIf(TestTokens.as("coordinator", "soyte-hcm"), Map.of("ecmoMode", "VV")).statusCode(422);
    }

    @Test
    void aDoubtedUnitIsOfferedToAgainAfterATelephoneCall() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var first = searching();
        Duty.saysNotNow("htd-hcmc", first, Duty.offerTo("htd-hcmc", first), "NO_CONSOLE")
                .statusCode(200);
        var second = waiting(Transfers.searched());
        var path = "/api/v1/units/htd-hcmc.icu-adult/phone-confirmations";
        var said = Map.of("answeredBy", "Nurse Invented");

        Duty.post(TestTokens.as("doctor", "cho-ray"), path, said).statusCode(403);
        Duty.post(TestTokens.as("coordinator", "soyte-hcm"), path, Map.of()).statusCode(422);
        Duty.post(TestTokens.as("coordinator", "soyte-hcm"), path, said).statusCode(200);

        Duty.offerTo("htd-hcmc", second);
        assertThat(audited()).contains("capacity-reported");
        assertThat(OwnerConnection.column("select unit from unit_doubt")).isEmpty();
    }

    /** The end of the transfer is parked, so that nobody here has heard of it. */
    @Test
    void whatAParkedKeyHoldsIsReleasedByHand() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        Duty.confirms("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer)).statusCode(200);

        Duty.coordinator(transfer, "release", Map.of("reason", "its end is parked"))
                .statusCode(200)
                .body("state", equalTo("SEEKING"))
                .body("automation", equalTo("BY_COORDINATOR"));

        assertThat(OwnerConnection.column("select state from slot")).containsExactly("FREE");
        told.that(transfer.ended());
        assertThat(Duty.seen(transfer).getString("state")).isEqualTo("ENDED");
    }

    @Test
    void everyStepNeedsAReasonAndACoordinator() {
        var transfer = searching();
        for (var step :
                List.of(
                        "pause",
                        "resume",
                        "release",
                        "units/htd-hcmc.icu-adult/skip",
                        "units/htd-hcmc.icu-adult/put-back")) {
            Duty.coordinator(transfer, step, Map.of()).statusCode(422);
            Duty.coordinator(transfer, step, Map.of("reason", " ")).statusCode(422);
            var path = "/api/v1/placements/%s/%s".formatted(transfer.id(), step);
            Duty.post(TestTokens.as("referrer", "soc-trang-covid"), path, REASON).statusCode(403);
            Duty.post(TestTokens.as("doctor", "cho-ray"), path, REASON).statusCode(404);
        }
    }

    /** The only one with a bed. */
    private Transfers askedAtOneHospital() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        Duty.offerTo("htd-hcmc", transfer);
        return transfer;
    }

    private Transfers searching() {
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        await().until(() -> !Duty.told(transfer).isEmpty());
        return transfer;
    }

    private Transfers waiting(Transfers transfer) {
        told.that(transfer.requested());
        Duty.becomes(transfer, "WAITING");
        return transfer;
    }

    private static Map<String, String> adviser() {
        return Map.of("name", "Dr Invented, coordinator on duty", "phone", "+842800000000");
    }

    private static ValidatableResponse whatIf(String token, Map<String, ?> body) {
        return Duty.post(token, "/api/v1/placements/what-if", body);
    }

    private static List<String> audited() {
        return OwnerConnection.column("select action from audit");
    }

    private static ValidatableResponse get(String role, String organisation, String path) {
        return given().auth().oauth2(TestTokens.as(role, organisation)).get(path).then();
    }

    private static ValidatableResponse put(
            String role, String organisation, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.as(role, organisation))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
