package vn.lienvien.bed.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.AlertEvent.DutyCoveredV1;
import vn.lienvien.events.AlertEvent.DutyGapV1;
import vn.lienvien.events.Finding;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** A place is searched for: the machine moves on by itself, but only where nobody looked. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchTest {

    private static final Instant NOON = Instant.parse("2026-06-01T05:00:00Z");

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @AfterEach
    void timeAsItIs() {
        DatabaseTime.asItIs();
    }

    @Test
    void theNearestSuitableUnitIsAskedAndSaysWhy() {
        Wards.open("bach-mai.icu-adult", 1);
        Wards.open("can-tho-central.icu-adult", 1);
        var transfer = searching();

        var view = Duty.seen(transfer);
        assertThat(Duty.offerTo("can-tho-central", transfer)).isNotBlank();
        assertThat(view.getList("ranking.unit"))
                .startsWith("can-tho-central.icu-adult", "bach-mai.icu-adult");
        assertThat(view.<String>getList("ranking[0].reasons"))
                .contains("ECMO", "AGE", "CRRT", "TRAVEL_MINUTES_ESTIMATED:108", "REPORT_FRESH");
    }

    @Test
    void aUnitWithNobodyOnDutyIsNotAskedUntilSomebodyIs() {
        Wards.open("htd-hcmc.icu-adult", 1);
        told.that(new DutyGapV1(unit("htd-hcmc"), null));
        var transfer = searching();

        assertThat(Duty.told(transfer)).containsExactly("waiting");
        assertThat(Duty.seen(transfer).<String>getList("ranking[0].reasons"))
                .contains("NOBODY_ON_DUTY");

        told.that(new DutyCoveredV1(unit("htd-hcmc"), Instant.now().plusSeconds(86_400)));
        Duty.offerTo("htd-hcmc", transfer);
        assertThat(Duty.seen(transfer).<String>getList("ranking[0].reasons")).contains("ON_DUTY");
    }

    @Test
    void aUnitOfAHospitalThatWasClosedIsNotAsked() {
        Wards.open("can-tho-central.icu-adult", 1);
        OwnerConnection.run(
                "update hospital set valid_to = '2022-01-01' where code = 'can-tho-central'");
        try {
            var transfer = searching();

            Duty.becomes(transfer, "WAITING");
            assertThat(Duty.seen(transfer).<String>getList("ranking.unit"))
                    .doesNotContain("can-tho-central.icu-adult");
        } finally {
            OwnerConnection.run(
                    "update hospital set valid_to = null where code = 'can-tho-central'");
        }
    }

    /** The day is the database's, as the hours are, and not that of any machine. */
    @Test
    void aUnitIsAskedOnItsLastDayAndNotLater() {
        DatabaseTime.at(NOON);
        Wards.open("can-tho-central.icu-adult", 2);
        OwnerConnection.run(
                "update unit set valid_to = (app_now() at time zone 'Asia/Ho_Chi_Minh')::date where code = 'can-tho-central.icu-adult'");
        try {
            Duty.offerTo("can-tho-central", searching());

            DatabaseTime.at(NOON.plus(Duration.ofDays(2)));

            Duty.becomes(searching(), "WAITING");
        } finally {
            OwnerConnection.run(
                    "update unit set valid_to = null where code = 'can-tho-central.icu-adult'");
        }
    }

    @Test
    void whoKeepsNoRosterIsAskedAfterWhoeverIsKnownToBeThere() {
        Wards.open("can-tho-central.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        told.that(new DutyCoveredV1(unit("bach-mai"), Instant.now().plusSeconds(86_400)));
        var transfer = searching();

        Duty.offerTo("bach-mai", transfer);
        assertThat(Duty.seen(transfer).getList("ranking.unit"))
                .startsWith("bach-mai.icu-adult", "can-tho-central.icu-adult");
    }

    @Test
    void whatWasSaidOfADutyHoldsUntilItsOwnTimeAndIsNotKnownLater() {
        Wards.open("htd-hcmc.icu-adult", 1);
        told.that(new DutyGapV1(unit("htd-hcmc"), Instant.now().plusSeconds(1800)));
        var transfer = searching();

        DatabaseTime.ahead(Duration.ofMinutes(31));

        Duty.offerTo("htd-hcmc", transfer);
        assertThat(Duty.seen(transfer).<String>getList("ranking[0].reasons"))
                .contains("DUTY_UNKNOWN");
    }

    @Test
    void afterNotNowTheNextIsAskedAndTheUnitIsDoubted() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();

        Duty.saysNotNow("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer), "NO_STAFFED_BED")
                .statusCode(200);

        Duty.confirms("bach-mai", transfer, Duty.offerTo("bach-mai", transfer)).statusCode(200);
        assertThat(Duty.told(transfer))
                .containsExactly(
                        "slot-held",
                        "offer-not-now",
                        "seeking-resumed",
                        "slot-held",
                        "slot-confirmed");
        assertThat(OwnerConnection.column("select unit || ' ' || reason from unit_doubt"))
                .containsExactly("htd-hcmc.icu-adult CAPACITY_NOT_NOW");
        assertThat(
                        OwnerConnection.column(
                                "select type from outbox where topic = 'lienvien.capacity.events'"))
                .containsExactly("vn.lienvien.capacity.unit-doubted.v1");
    }

    @Test
    void whoSaidItHasNoCrrtIsAskedLastForThoseWhoNeedItUntilItReports() {
        Wards.open("cho-ray.icu-adult", 4);
        Wards.open("htd-hcmc.icu-adult", 4);
        var refused = searching();
        Duty.saysNotNow("cho-ray", refused, Duty.offerTo("cho-ray", refused), "NO_CRRT")
                .statusCode(200);
        Duty.offerTo("htd-hcmc", refused);

        var inNeed = searching();
        Duty.offerTo("htd-hcmc", inNeed);
        var without = Transfers.searched().needing(Finding.NO);
        told.that(without.requested());
        Duty.offerTo("cho-ray", without);
        OwnerConnection.run("update unit set reported_at = app_now() where activated");
        var later = searching();
        Duty.offerTo("cho-ray", later);
    }

    @Test
    void whatNobodyOpenedLapsesAndTheNextIsAsked() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        var offer = Duty.offerTo("htd-hcmc", transfer);

        DatabaseTime.ahead(Duration.ofMinutes(61));

        Duty.offerTo("bach-mai", transfer);
        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "offer-lapsed", "seeking-resumed", "slot-held");
        Duty.confirms("htd-hcmc", transfer, offer)
                .statusCode(409)
                .body("type", equalTo("/problems/hold-lapsed"));
        assertThat(OwnerConnection.value("select state from slot where unit like 'htd%'"))
                .isEqualTo("FREE");
    }

    @Test
    void whatSomebodyOpenedLapsesToPeople() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        Duty.doctor("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer), "opened", Map.of())
                .statusCode(200);

        DatabaseTime.ahead(Duration.ofMinutes(61));

        await().until(
                        () ->
                                "OPENED_THEN_LAPSED"
                                        .equals(Duty.seen(transfer).getString("automation")));
        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "offer-opened", "offer-lapsed", "automation-paused");
        Duty.coordinator(transfer, "resume", Map.of("reason", "we have phoned")).statusCode(200);
        Duty.offerTo("bach-mai", transfer);
    }

    @Test
    void consultingStopsTheClock() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        var offer = Duty.offerTo("htd-hcmc", transfer);
        var until = Instant.parse(Duty.seen(transfer).getString("offers[0].until"));

        Duty.doctor("htd-hcmc", transfer, offer, "consulting", Map.of()).statusCode(200);
        var later = Instant.parse(Duty.seen(transfer).getString("offers[0].until"));

        assertThat(Duration.between(until, later)).isEqualTo(Duration.ofHours(2));
        DatabaseTime.ahead(Duration.ofMinutes(170));
        Duty.confirms("htd-hcmc", transfer, offer).statusCode(200);
    }

    @Test
    void theClockRunsAnewForAReasonOnly() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        var offer = Duty.offerTo("htd-hcmc", transfer);
        DatabaseTime.ahead(Duration.ofMinutes(40));

        Duty.doctor("htd-hcmc", transfer, offer, "renewal", Map.of()).statusCode(422);
        Duty.doctor(
                        "htd-hcmc",
                        transfer,
                        offer,
                        "renewal",
                        Map.of("reason", "x", "occurredAt", "2999-01-01T00:00:00Z"))
                .statusCode(422);
        Duty.doctor(
                        "htd-hcmc",
                        transfer,
                        offer,
                        "renewal",
                        Map.of("reason", "the console is here at ten"))
                .statusCode(200);

        DatabaseTime.ahead(Duration.ofMinutes(90));
        assertThat(sameEnd()).isEqualTo("t");
        Duty.confirms("htd-hcmc", transfer, offer).statusCode(200);
        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "offer-renewed", "slot-confirmed");
        assertThat(
                        OwnerConnection.column(
                                "select codes ->> 'reason' from audit where action = 'offer-renewed'"))
                .containsExactly("the console is here at ten");
    }

    @Test
    void aHigherClassLeavesNoLongerThanItGives() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        Duty.offerTo("htd-hcmc", transfer);

        told.that(transfer.urgent(Urgency.U1).urgencyChanged());
        await().until(() -> Duty.told(transfer).equals(List.of("slot-held", "offer-renewed")));
        assertThat(sameEnd()).isEqualTo("t");
        told.that(transfer.urgent(Urgency.U3).urgencyChanged());
        DatabaseTime.ahead(Duration.ofMinutes(21));

        Duty.offerTo("bach-mai", transfer);
    }

    /** Whether offer, slot and placement know the same end. */
    private static String sameEnd() {
        return OwnerConnection.value(
                """
                select o.until = s.until and o.until = p.lapses_at
                from offer o join slot s on s.offer_id = o.id join placement p on p.transfer_id = o.transfer_id
                """);
    }

    @Test
    void aWishedHospitalSaysWhyItWasNotThatOne() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.searched().wishing("viet-duc");
        told.that(transfer.requested());

        Duty.offerTo("htd-hcmc", transfer);

        assertThat(
                        Duty.seen(transfer)
                                .<String>getList(
                                        "ranking.find { it.unit == 'viet-duc.icu-adult' }.reasons"))
                .contains("WISHED:1", "NOT_ACTIVATED");
    }

    @Test
    void afterTwoSilentUnitsThreeAreAskedAtOnceAndOneWins() {
        for (var unit : List.of("htd-hcmc", "cho-ray", "gia-dinh", "bach-mai", "hue-central")) {
            Wards.open(unit + ".icu-adult", 1);
        }
        var transfer = searching();
        await().until(() -> Duty.told(transfer).size() == 1);
        DatabaseTime.ahead(Duration.ofMinutes(61));
        await().until(() -> Duty.told(transfer).size() == 4);
        DatabaseTime.ahead(Duration.ofMinutes(122));
        await().until(() -> Duty.told(transfer).size() == 9);

        assertThat(
                        OwnerConnection.column(
                                "select offer_no from slot where state = 'HELD' order by 1"))
                .containsExactly("1", "2", "3");
        Duty.confirms("hue-central", transfer, Duty.offerTo("hue-central", transfer))
                .statusCode(200);
        assertThat(OwnerConnection.column("select state from slot order by state"))
                .containsExactly("CONFIRMED", "FREE", "FREE", "FREE", "FREE");
        assertThat(Duty.told(transfer))
                .endsWith("offer-released", "offer-released", "slot-confirmed");
    }

    @Test
    void withNothingFreeItWaitsUntilAUnitReports() {
        Wards.open("htd-hcmc.icu-adult", 1);
        OwnerConnection.run("update slot set state = 'CLEANING'");
        var transfer = searching();
        Duty.becomes(transfer, "WAITING");
        assertThat(Duty.seen(transfer).getInt("position")).isEqualTo(1);

        Duty.post(
                        TestTokens.as("nurse", "htd-hcmc"),
                        "/api/v1/units/htd-hcmc.icu-adult/capacity-reports",
                        Map.of("operable", 2, "staffed", 2, "occupied", 1, "readyForOutside", 1))
                .statusCode(200);

        Duty.offerTo("htd-hcmc", transfer);
        assertThat(Duty.told(transfer)).containsExactly("waiting", "slot-held");
    }

    @Test
    void endingBeatsTheHold() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        var offer = Duty.offerTo("htd-hcmc", transfer);

        told.that(transfer.ended());

        Duty.confirms("htd-hcmc", transfer, offer)
                .statusCode(409)
                .body("refusal", equalTo("transfer-ended"));
        assertThat(Duty.told(transfer)).containsExactly("slot-held", "offer-released");
        assertThat(OwnerConnection.column("select state from slot")).containsExactly("FREE");
    }

    @Test
    void aCoordinatorOffersByHandPausesReleasesAndPutsBack() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        var offer = Duty.offerTo("htd-hcmc", transfer);
        Wards.open("bach-mai.icu-adult", 1);
        Duty.coordinator(
                        transfer,
                        "offers",
                        Map.of("unit", "bach-mai.icu-adult", "reason", "head of unit called"))
                .statusCode(200)
                .body("offers.number", equalTo(List.of(1, 2)));
        Duty.saysNotNow("htd-hcmc", transfer, offer, "OTHER").statusCode(200);
        Duty.coordinator(transfer, "pause", Map.of("reason", "we phone"))
                .body("automation", equalTo("BY_COORDINATOR"));
        Duty.coordinator(transfer, "release", Map.of("reason", "parked key"))
                .body("state", equalTo("SEEKING"));
        Duty.coordinator(
                        transfer,
                        "units/htd-hcmc.icu-adult/put-back",
                        Map.of("reason", "a bed after all"))
                .statusCode(200);
        Duty.coordinator(transfer, "resume", Map.of("reason", "we have phoned")).statusCode(200);

        Duty.offerTo("htd-hcmc", transfer);
        assertThat(
                        OwnerConnection.column(
                                "select action from audit where subject_type = 'transfer'"))
                .contains(
                        "offer-by-hand",
                        "offer-not-now",
                        "automation-paused",
                        "slot-released",
                        "unit-put-back",
                        "automation-resumed");
    }

    @Test
    void aUnitSeesItsOwnAnswerOnlyAndAStrangerNothing() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        var transfer = searching();
        Duty.saysNotNow("htd-hcmc", transfer, Duty.offerTo("htd-hcmc", transfer), "OTHER")
                .statusCode(200);
        var theirs = Duty.offerTo("bach-mai", transfer);
        var path = "/api/v1/placements/" + transfer.id();

        get("doctor", "htd-hcmc", path)
                .statusCode(200)
                .body("offers.organisation", equalTo(List.of("htd-hcmc")))
                .body("ranking.size()", equalTo(0));
        get("referrer", "soc-trang-covid", path)
                .body("offers.organisation", hasItem("bach-mai"))
                .body("ranking.size()", greaterThan(0));
        get("doctor", "cho-ray", path).statusCode(404);
        get("doctor", "cho-ray", "/api/v1/placements").body("items.size()", equalTo(0));
        get("doctor", "htd-hcmc", "/api/v1/placements").body("items.size()", equalTo(1));
        Duty.confirms("htd-hcmc", transfer, theirs).statusCode(404);
        Duty.confirms("soc-trang-covid", transfer, theirs)
                .statusCode(403)
                .body("type", equalTo("/problems/role-required"));
        Duty.post(
                        TestTokens.as("nurse", "bach-mai"),
                        path + "/offers/" + theirs + "/confirmation",
                        Map.of("acceptedBy", "Nurse Invented"))
                .statusCode(403);
        Duty.post(TestTokens.as("doctor", "bach-mai"), path + "/pause", Map.of("reason", "x"))
                .statusCode(403);
    }

    @Test
    void aRepeatWithTheSameKeyIsTheSameAnswerAndABadBodyIsNone() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = searching();
        var path =
                "/api/v1/placements/%s/offers/%s/confirmation"
                        .formatted(transfer.id(), Duty.offerTo("htd-hcmc", transfer));

        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(TestTokens.as("doctor", "htd-hcmc"))
                    .header("Idempotency-Key", "tap-1")
                    .contentType("application/json")
                    .body(Map.of("acceptedBy", "Dr Invented"))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CONFIRMED"));
        }
        assertThat(Duty.told(transfer)).containsExactly("slot-held", "slot-confirmed");
        var doctor = TestTokens.as("doctor", "htd-hcmc");
        Duty.post(doctor, path, Map.of()).statusCode(422);
        Duty.post(doctor, path, Map.of("acceptedBy", "x", "occurredAt", "2099-01-01T00:00:00Z"))
                .statusCode(422);
        Duty.post(doctor, path, Map.of("acceptedBy", "x", "state", "FREE")).statusCode(422);
        Duty.post(doctor, path.replace("confirmation", "not-now"), Map.of("reason", "NO_IDEA"))
                .statusCode(422);
    }

    private static UnitRef unit(String organisation) {
        return new UnitRef(
                new UnitCode(organisation + ".icu-adult"), new OrganisationCode(organisation));
    }

    private Transfers searching() {
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        await().until(() -> !Duty.told(transfer).isEmpty());
        return transfer;
    }

    private static ValidatableResponse get(String role, String organisation, String path) {
        return given().auth().oauth2(TestTokens.as(role, organisation)).get(path).then();
    }
}
