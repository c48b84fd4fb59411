package vn.lienvien.bed.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** What people agreed or named, and what a red alert does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AgreedTest {

    private static final String HTD = "htd-hcmc";

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
    void whatWasAgreedIsConfirmedInOneTap() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());

        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer))
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("slot.unit", equalTo("htd-hcmc.icu-adult"))
                .body("offers[0].acceptedBy", equalTo("Dr Invented"));

        assertThat(Duty.told(transfer)).containsExactly("slot-held", "slot-confirmed");
        assertThat(slots()).containsExactly("CONFIRMED");
    }

    @Test
    void whenTheUnitIsFullAnExtraBedIsOpened() {
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());

        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);

        assertThat(Duty.told(transfer)).containsExactly("offer-made", "slot-confirmed");
        assertThat(OwnerConnection.column("select state from slot where extra"))
                .containsExactly("CONFIRMED");
    }

    /** The ward opened it for this patient; it has neither bed nor staff for another. */
    @Test
    void anExtraBedThatIsGivenUpIsOfferedToNobody() {
        Wards.open("htd-hcmc.icu-adult", 1);
        OwnerConnection.run("update slot set state = 'CLEANING'");
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);

        told.that(transfer.ended());
        var next = Transfers.searched();
        told.that(next.requested());

        Duty.becomes(next, "WAITING");
        assertThat(OwnerConnection.column("select state from slot where extra"))
                .containsExactly("CLOSED");
    }

    @Test
    void theBedIsOccupiedWhenThePatientArrives() {
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);

        told.that(transfer.arrived(HTD, "htd-hcmc.icu-adult"));
        told.that(transfer.arrived(HTD, "htd-hcmc.icu-adult"));

        assertThat(Duty.told(transfer))
                .containsExactly("offer-made", "slot-confirmed", "slot-occupied");
        assertThat(slots()).containsExactly("OCCUPIED");
    }

    /** The end was a mistake, or the ambulance had left: the patient lies there. */
    @Test
    void whoArrivesAfterTheEndHasABedAndTakesNobodysElse() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);
        told.that(transfer.ended());
        var other = Transfers.agreed(HTD);
        told.that(other.requested());
        Duty.offerTo(HTD, other);

        told.that(transfer.arrived(HTD, "htd-hcmc.icu-adult"));

        assertThat(Duty.told(transfer)).endsWith("slot-occupied");
        assertThat(OwnerConnection.column("select state from slot order by extra"))
                .containsExactly("HELD", "OCCUPIED");
        Duty.becomes(transfer, "OCCUPIED");
    }

    @Test
    void whoCameUnannouncedIsGivenNoSecondBedWhenTheArrivalIsToldAgainAfterTheEnd() {
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        told.that(transfer.arrived("cho-ray", null));
        told.that(transfer.ended());

        told.that(transfer.arrived("cho-ray", null));

        assertThat(slots()).containsExactly("OCCUPIED");
        Duty.becomes(transfer, "ENDED");
    }

    @Test
    void theBedOfWhoCameUnannouncedStaysEmptyWhenTheArrivalIsToldAgain() {
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        told.that(transfer.arrived("cho-ray", "cho-ray.icu-adult"));
        var bed = OwnerConnection.value("select id from slot");
        Duty.post(
                        TestTokens.as("nurse", "cho-ray"),
                        "/api/v1/units/cho-ray.icu-adult/slots/" + bed + "/state",
                        Map.of("state", "CLEANING"))
                .statusCode(200);

        told.that(transfer.arrived("cho-ray", null));

        assertThat(slots()).containsExactly("CLEANING");
    }

    @Test
    void whatWasAgreedNeverLapses() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        var offer = Duty.offerTo(HTD, transfer);

        DatabaseTime.ahead(Duration.ofDays(3));

        await().during(Duration.ofSeconds(1)).until(() -> slots().contains("HELD"));
        Duty.confirms(HTD, transfer, offer).statusCode(200);
    }

    @Test
    void aNamedHospitalThatSaysNotNowLeavesTheDecisionToPeople() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("cho-ray.icu-adult", 1);
        var transfer = Transfers.asked(HTD);
        told.that(transfer.requested());

        Duty.saysNotNow(HTD, transfer, Duty.offerTo(HTD, transfer), "NEEDS_ADVICE_FIRST")
                .statusCode(200)
                .body("state", equalTo("SEEKING"))
                .body("automation", equalTo("ASKED_UNIT_NOT_NOW"));

        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "offer-not-now", "automation-paused");
    }

    @Test
    void anUnknownHospitalIsGivenToPeople() {
        var transfer = Transfers.asked("nowhere-at-all");

        told.that(transfer.requested());

        await().untilAsserted(
                        () ->
                                assertThat(Duty.seen(transfer).getString("automation"))
                                        .isEqualTo("UNIT_MISSING"));
        assertThat(Duty.told(transfer)).containsExactly("unit-missing");
    }

    @Test
    void aRedAlertCallsOneTeamAfterTheOtherAndTakesItsOwnBed() {
        Wards.withTeam("can-tho-central.icu-adult");
        Wards.withTeam("cho-ray.icu-adult");
        var alert = Transfers.searched().urgent(Urgency.U0);
        told.that(alert.requested());
        await().until(() -> Duty.told(alert).equals(List.of("team-asked")));
        assertThat(Duty.seen(alert).getString("team.current")).isEqualTo("can-tho-central");

        told.that(alert.teamAnswered("can-tho-central", false));
        await().until(() -> "cho-ray".equals(Duty.seen(alert).getString("team.current")));
        told.that(alert.teamAnswered("cho-ray", true));

        Duty.confirms("cho-ray", alert, Duty.offerTo("cho-ray", alert)).statusCode(200);
        assertThat(Duty.told(alert))
                .containsExactly("team-asked", "team-asked", "offer-made", "slot-confirmed");
        assertThat(OwnerConnection.column("select state from slot where extra"))
                .containsExactly("CONFIRMED");
    }

    @Test
    void aSilentTeamIsFollowedByTheNextAndThenByNobody() {
        Wards.withTeam("can-tho-central.icu-adult");
        var alert = Transfers.searched().urgent(Urgency.U0);
        told.that(alert.requested());
        await().until(() -> Duty.told(alert).contains("team-asked"));

        DatabaseTime.ahead(Duration.ofMinutes(3));

        await().until(() -> Duty.told(alert).contains("teams-exhausted"));
    }

    @Test
    void aSecondRedAlertCallsAllTeamsOnceMore() {
        Wards.withTeam("can-tho-central.icu-adult");
        var alert = Transfers.searched().urgent(Urgency.U0);
        told.that(alert.requested());
        await().until(() -> Duty.told(alert).contains("team-asked"));
        told.that(alert.teamAnswered("can-tho-central", false));
        await().until(() -> Duty.told(alert).contains("teams-exhausted"));

        told.that(alert.urgent(Urgency.U2).urgencyChanged());
        told.that(alert.urgencyChanged());

        await().until(() -> countIn(Duty.told(alert), "team-asked") == 2);
        told.that(alert.teamAnswered("can-tho-central", true));
        await().until(() -> "can-tho-central".equals(Duty.seen(alert).getString("team.goes")));

        told.that(alert.teamAnswered("can-tho-central", false));
        await().until(() -> countIn(Duty.told(alert), "teams-exhausted") == 2);
    }

    @Test
    void aTeamThatPeopleCalledSeesWhatItIsAskedFor() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.searched();
        told.that(transfer.requested());
        Duty.offerTo("htd-hcmc", transfer);

        told.that(transfer.teamRequested("cho-ray"));

        await().untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(TestTokens.as("team", "cho-ray"))
                                        .get("/api/v1/placements/" + transfer.id())
                                        .then()
                                        .statusCode(200));
        assertThat(Duty.told(transfer)).containsExactly("slot-held");
    }

    private static long countIn(List<String> told, String type) {
        return told.stream().filter(type::equals).count();
    }

    @Test
    void aConfirmedDiversionReleasesTheOldPlaceInTheSameTransaction() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);
        Wards.open("cho-ray.icu-adult", 1);

        var diverted = Transfers.searched();
        var anew =
                new Transfers(
                        transfer.id(),
                        transfer.code(),
                        transfer.origin(),
                        transfer.urgency(),
                        2,
                        diverted.search());
        told.that(anew.sought(SoughtBecause.DIVERSION));
        var offer = Duty.offerTo("cho-ray", anew);
        assertThat(slots()).containsExactlyInAnyOrder("CONFIRMED", "HELD");

        Duty.confirms("cho-ray", anew, offer).statusCode(200);

        assertThat(Duty.told(transfer))
                .containsExactly(
                        "slot-held",
                        "slot-confirmed",
                        "slot-held",
                        "offer-released",
                        "slot-confirmed");
        assertThat(slots()).containsExactlyInAnyOrder("FREE", "CONFIRMED");
    }

    @Test
    void anOlderAttemptChangesNothing() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.again().sought(SoughtBecause.NEEDS_CHANGED));
        Duty.offerTo(HTD, transfer);

        told.that(transfer.sought(SoughtBecause.ROUTING_CHANGED));
        told.that(transfer.requested());

        assertThat(Duty.told(transfer)).containsExactly("slot-held");
        assertThat(Duty.seen(transfer).getInt("attempt")).isEqualTo(2);
    }

    @Test
    void whatEndedBeforeItWasRequestedIsNotSought() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);

        told.that(transfer.again().ended());
        told.that(transfer.requested());
        told.that(transfer.again().sought(SoughtBecause.NEEDS_CHANGED));

        Duty.becomes(transfer, "ENDED");
        assertThat(Duty.told(transfer)).isEmpty();
        assertThat(slots()).containsExactly("FREE");
    }

    @Test
    void aWithdrawnPlaceClosesItsSlotAndWaitsToBeAskedAnew() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        var offer = Duty.offerTo(HTD, transfer);
        Duty.confirms(HTD, transfer, offer).statusCode(200);

        Duty.doctor(HTD, transfer, offer, "withdrawal", Map.of("reason", "EQUIPMENT_FAULT"))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "slot-confirmed", "slot-withdrawn");
        assertThat(slots()).containsExactly("CLOSED");
    }

    private static List<String> slots() {
        return OwnerConnection.column("select state from slot order by id");
    }
}
