package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.events.TransferEvent.EndKind.CANCELLED;
import static vn.lienvien.events.TransferEvent.EndKind.DIED;
import static vn.lienvien.events.TransferEvent.EndKind.STOOD_DOWN_IMPROVED;
import static vn.lienvien.events.TransferEvent.EndKind.TREATED_IN_PLACE;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.Service;
import vn.lienvien.local.client.Fact;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/** Not every journey ends with a handover; none may end with a bed held for nobody. */
@ExtendWith(RunningSystem.class)
class EndingJourney {

    @Test
    void endedBeforeTheHoldIsMade(World world) {
        var vietTiep = world.hospital("viet-tiep");
        world.openOnly(1, vietTiep.adultUnit());

        world.pause(Service.BED);
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(vietTiep));
        world.hospital("trung-vuong").referrer().ends(transfer, CANCELLED, "filed twice");
        world.resume(Service.BED);

        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(Picture.ended(CANCELLED)));
        nothingIsHeld(world, vietTiep, transfer);
    }

    @Test
    void endedWhileTheUnitConfirms(World world) {
        var quangNinh = world.hospital("quang-ninh");
        world.openOnly(1, quangNinh.adultUnit());
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(quangNinh));
        var offer = quangNinh.doctor().offer(transfer).id();

        world.pause(Service.BED);
        var answer =
                CompletableFuture.supplyAsync(
                        () ->
                                quangNinh
                                        .doctor()
                                        .post(
                                                "/api/v1/placements/%s/offers/%s/confirmation"
                                                        .formatted(transfer.id(), offer),
                                                Map.of("acceptedBy", "Dr on duty (invented)")));
        world.hospital("trung-vuong").referrer().ends(transfer, STOOD_DOWN_IMPROVED, "weaned");
        world.resume(Service.BED);

        assertThat(answer.join().status()).isIn(200, 409);
        nothingIsHeld(world, quangNinh, transfer);
        assertThat(world.picture(transfer).ended()).isEqualTo(STOOD_DOWN_IMPROVED);
    }

    @Test
    void stoodDownAfterConfirmingFreesTheBedAndTellsTheUnit(World world) {
        var thaiNguyen = world.hospital("thai-nguyen-central");
        var transfer = accepted(world, thaiNguyen);

        world.hospital("trung-vuong")
                .referrer()
                .ends(transfer, STOOD_DOWN_IMPROVED, "improving on conventional care");

        nothingIsHeld(world, thaiNguyen, transfer);
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .containsExactly("slot-held", "slot-confirmed", "offer-released"));
        eventually(
                () ->
                        assertThat(world.obligations(thaiNguyen.nurse(), transfer))
                                .contains("KNOW_ENDED"));
    }

    @Test
    void diedBeforeDeparture(World world) {
        var hospital = world.hospital("thanh-nhan");
        var transfer = accepted(world, hospital);

        world.hospital("trung-vuong").referrer().records(transfer, Fact.DIED);

        eventually(() -> assertThat(world.picture(transfer).ended()).isEqualTo(DIED));
        nothingIsHeld(world, hospital, transfer);
        assertThat(world.told(transfer, TRANSFER)).containsExactly("requested", "ended");
    }

    @Test
    void diedInTransit(World world) {
        var hospital = world.hospital("phoi-tw");
        var transfer = accepted(world, hospital);
        hospital.team().isReady(transfer);
        hospital.team().records(transfer, Fact.DEPARTED);

        hospital.team().records(transfer, Fact.DIED);

        eventually(() -> assertThat(world.picture(transfer).ended()).isEqualTo(DIED));
        nothingIsHeld(world, hospital, transfer);
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly("requested", "ready", "departed", "ended"));
    }

    @Test
    void treatedInPlaceByTheVisitingTeam(World world) {
        var daNang = world.hospital("da-nang");
        var choRay = world.hospital("cho-ray");
        world.openOnly(1, choRay.adultUnit());
        var transfer = daNang.referrer().files(world.search(choRay));
        var itsTeam = Map.of("organisation", choRay.code());
        choRay.doctor().offer(transfer);

        daNang.referrer().asksForTeam(transfer, choRay.code());
        choRay.team().teamGoes(transfer);
        choRay.team().records(transfer, Fact.TEAM_LEFT, itsTeam);
        choRay.team().records(transfer, Fact.TEAM_AT_BEDSIDE, itsTeam);
        choRay.team().records(transfer, Fact.CANNULATED, itsTeam);
        choRay.team().records(transfer, Fact.TEAM_STAYING, itsTeam);
        daNang.referrer().ends(transfer, TREATED_IN_PLACE, "the visiting team stays");

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(
                                        Picture.ended(TREATED_IN_PLACE)
                                                .team("STAYING", "cho-ray")));
        nothingIsHeld(world, choRay, transfer);
    }

    private static Transfer accepted(World world, Hospital hospital) {
        world.openOnly(1, hospital.adultUnit());
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(hospital));
        hospital.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(hospital.adultUnit())));
        return transfer;
    }

    /** Patients of earlier stories may lie in the unit; nobody is waited for any more. */
    private static void nothingIsHeld(World world, Hospital hospital, Transfer transfer) {
        eventually(
                () -> {
                    assertThat(world.placement(transfer).state()).isEqualTo("ENDED");
                    assertThat(world.slotStates(hospital.adultUnit()))
                            .contains("FREE")
                            .doesNotContain("HELD", "CONFIRMED");
                });
    }
}
