package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.events.TransferEvent.Contradiction.LEFT_BEFORE_GATE;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.ARRIVED;
import static vn.lienvien.local.client.TransferState.IN_TRANSIT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Fact;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/** What happens on the road is recorded as it happened, and beds follow the patient. */
@ExtendWith(RunningSystem.class)
class RoadJourney {

    @Test
    void divertedToAnotherUnitTheFirstBedIsFreeAgain(World world) {
        var first = world.hospital("mh-108");
        var second = world.hospital("hmuh");
        var transfer = onTheRoad(world, first, second);

        world.coordinator()
                .diverts(
                        transfer,
                        Map.of(
                                "routing",
                                "AGREED",
                                "agreement",
                                Map.of(
                                        "organisation",
                                        second.code(),
                                        "agreedBy",
                                        List.of("BS. Trần Văn Hồng (invented)"),
                                        "at",
                                        "2021-11-08T12:00:00+07:00",
                                        "channel",
                                        "PHONE"),
                                "reason",
                                "road closed"));
        second.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(
                                        Picture.in(IN_TRANSIT).attempt(2).to(second.adultUnit())));
        assertThat(world.slotStates(first.adultUnit())).containsOnly("FREE");

        second.team()
                .records(
                        transfer,
                        Fact.ARRIVED,
                        Map.of("organisation", second.code(), "unit", second.adultUnit()));
        assertThat(world.picture(transfer).state()).isEqualTo(ARRIVED);
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly(
                                        "slot-held",
                                        "slot-confirmed",
                                        "slot-held",
                                        "offer-released",
                                        "slot-confirmed",
                                        "slot-occupied"));
    }

    @Test
    void turnedBackThePlaceIsKeptForAnotherTry(World world) {
        var hospital = world.hospital("bv-e");
        var transfer = onTheRoad(world, hospital);

        hospital.team().records(transfer, Fact.TURNED_BACK, Map.of("keepsPlace", true));

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(hospital.adultUnit())));
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly("requested", "ready", "departed", "turned-back"));
        assertThat(world.slotStates(hospital.adultUnit())).containsOnly("CONFIRMED");
    }

    @Test
    void leavingBeforeTheGatePassedIsRecordedAndAlarms(World world) {
        var hospital = world.hospital("can-tho-central");
        var transfer = accepted(world, hospital);

        var view = hospital.team().records(transfer, Fact.DEPARTED);

        assertThat(view.state()).isEqualTo(IN_TRANSIT);
        assertThat(view.flag()).isEqualTo(LEFT_BEFORE_GATE.name());
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly("requested", "departed", "fact-contradicted"));
        eventually(
                () ->
                        assertThat(world.obligations(world.coordinator(), transfer))
                                .contains("CHECK_CONTRADICTION"));
    }

    @Test
    void atADoorThatNobodyExpectedTheDoctorThereBreaksTheGlassAndIsAskedWhy(World world) {
        var transfer = onTheRoad(world, world.hospital("umc-hcmc"));
        var house = world.hospital("bv-e");
        var doctor = house.doctor();
        var identity = "/api/v1/transfers/" + transfer.id() + "/identity";
        assertThatThrownBy(() -> doctor.get(identity)).hasMessageStartingWith("404");

        doctor.post(
                        "/api/v1/transfers/" + transfer.caseCode() + "/break-glass",
                        Map.of(
                                "because", "DETERIORATION_ON_THE_ROAD",
                                "reason", "flow falls, the team cannot be reached"))
                .orThrow();

        assertThat(doctor.get(identity).path("fullName").asText()).isNotBlank();
        var stopped =
                doctor.records(transfer, Fact.EMERGENCY_STOP, Map.of("organisation", house.code()));
        assertThat(stopped.state()).isEqualTo(IN_TRANSIT);
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly(
                                        "requested",
                                        "ready",
                                        "departed",
                                        "glass-broken",
                                        "emergency-stop"));
        eventually(
                () ->
                        assertThat(world.obligations(world.coordinator(), transfer))
                                .contains("KNOW_STOPPED")
                                .filteredOn("REVIEW_GLASS"::equals)
                                .hasSize(2));
        assertThat(world.obligations(world.hospital("trung-vuong").referrer(), transfer))
                .contains("REVIEW_GLASS");
    }

    private static Transfer onTheRoad(World world, Hospital to, Hospital... others) {
        var transfer = accepted(world, to, others);
        to.team().isReady(transfer);
        to.team().records(transfer, Fact.DEPARTED);
        assertThat(world.picture(transfer).state()).isEqualTo(IN_TRANSIT);
        return transfer;
    }

    private static Transfer accepted(World world, Hospital to, Hospital... others) {
        world.openOnly(1, World.adultUnits(to, others));
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(to));
        to.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(to.adultUnit())));
        return transfer;
    }
}
