package vn.lienvien.bed.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Back at the sender: what becomes of the place, of another one sought, and of one given up. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TurnedBackTest {

    private static final String HTD = "htd-hcmc";
    private static final String HTD_ICU = "htd-hcmc.icu-adult";

    @Inject Told told;

    @BeforeEach
    void oneSlotAtHtd() {
        Wards.none();
        Wards.open(HTD_ICU, 1);
    }

    @Test
    void noOtherPlaceIsSoughtForAPatientWhoKeepsThePlace() {
        var transfer = confirmed();
        Wards.open("cho-ray.icu-adult", 1);
        var diverting = transfer.again().search(Transfers.searched().search());
        told.that(diverting.sought(SoughtBecause.DIVERSION));
        Duty.offerTo("cho-ray", diverting);

        told.that(diverting.turnedBack(true));

        Duty.becomes(transfer, "CONFIRMED");
        assertThat(Duty.told(transfer))
                .containsExactly("slot-held", "slot-confirmed", "slot-held", "offer-released");
        assertThat(slots()).containsExactlyInAnyOrder("CONFIRMED", "FREE");
    }

    @Test
    void theHouseThatKeepsThePlaceKeepsItsPartWhenAnotherOfferToItIsTakenBack() {
        var transfer = confirmed();
        var diverting = transfer.again().search(Transfers.searched().search());
        told.that(diverting.sought(SoughtBecause.DIVERSION));
        Duty.coordinator(
                        diverting,
                        "offers",
                        Map.of("units", List.of(HTD_ICU), "reason", "nearer after all"))
                .statusCode(200);

        told.that(diverting.turnedBack(true));

        Duty.becomes(transfer, "CONFIRMED");
        assertThat(
                        OwnerConnection.column(
                                "select organisation from relation"
                                        + " where role = 'ACCEPTED' and held_until is null"))
                .containsExactly(HTD);
    }

    @Test
    void theBedThatThePatientHasLeftAgainIsKept() {
        var transfer = confirmed();
        told.that(transfer.arrived(HTD, null));
        assertThat(slots()).containsExactly("OCCUPIED");

        told.that(transfer.turnedBack(true));

        Duty.becomes(transfer, "CONFIRMED");
        assertThat(slots()).containsExactly("CONFIRMED");
        told.that(transfer.arrived(HTD, null));
        assertThat(slots()).containsExactly("OCCUPIED");
    }

    @Test
    void aBedGivenUpMeanwhileIsTakenFromNobody() {
        var transfer = confirmed();
        told.that(transfer.arrived(HTD, null));
        wardSays("CLEANING");
        wardSays("FREE");
        var other = Transfers.agreed(HTD);
        told.that(other.requested());
        Duty.offerTo(HTD, other);

        told.that(transfer.turnedBack(true));

        assertThat(Duty.told(transfer)).endsWith("slot-occupied", "offer-released");
        assertThat(slots()).containsExactly("HELD");

        told.that(transfer.again().sought(SoughtBecause.WITHDRAWN));

        Duty.offerTo(HTD, transfer);
        assertThat(slots()).containsExactly("HELD");
    }

    @Test
    void whatIsAskedAnewAfterItsEndIsPlacedAgain() {
        var transfer = confirmed();
        told.that(transfer.ended());
        Duty.becomes(transfer, "ENDED");

        told.that(transfer.sought(SoughtBecause.TURNED_BACK));
        Duty.becomes(transfer, "ENDED");
        told.that(transfer.again().sought(SoughtBecause.TURNED_BACK));

        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);
        assertThat(slots()).containsExactly("CONFIRMED");
    }

    private Transfers confirmed() {
        var transfer = Transfers.agreed(HTD);
        told.that(transfer.requested());
        Duty.confirms(HTD, transfer, Duty.offerTo(HTD, transfer)).statusCode(200);
        return transfer;
    }

    private static void wardSays(String state) {
        var slot = OwnerConnection.value("select id from slot");
        Duty.post(
                        TestTokens.as("nurse", HTD),
                        "/api/v1/units/" + HTD_ICU + "/slots/" + slot + "/state",
                        Map.of("state", state))
                .statusCode(200);
    }

    private static List<String> slots() {
        return OwnerConnection.column("select state from slot order by id");
    }
}
