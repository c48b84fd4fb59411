package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.HANDED_OVER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Fact;
import vn.lienvien.local.client.Transfer;
import vn.lienvien.local.client.TransferView;

/** C06: resuscitation is running; the team goes first, to its own hospital's bed. */
@ExtendWith(RunningSystem.class)
class RedAlertJourney {

    @Test
    void theTeamIsAtTheBedsideBeforeAnyBedIsDiscussed(World world) {
        var saiGon = world.hospital("sai-gon");
        var giaDinh = world.hospital("gia-dinh");
        var itsTeam = Map.of("organisation", giaDinh.code());
        world.openOnly(1, giaDinh.adultUnit());

        var called = world.now();
        var transfer =
                saiGon.referrer()
                        .at(called.minusSeconds(3600))
                        .files(world.request("C06", called.minusSeconds(3600)));
        saiGon.doctor().endorsesUrgency(transfer);
        eventually(() -> assertThat(world.told(transfer, PLACEMENT)).contains("team-asked"));
        giaDinh.team().at(called.minusSeconds(3540)).teamGoes(transfer);
        giaDinh.team()
                .at(called.minusSeconds(2700))
                .records(transfer, Fact.TEAM_AT_BEDSIDE, itsTeam);
        giaDinh.team().at(called.minusSeconds(1800)).records(transfer, Fact.CANNULATED, itsTeam);

        giaDinh.doctor().confirms(transfer);
        eventually(() -> assertThat(world.told(transfer, PLACEMENT)).contains("slot-confirmed"));
        giaDinh.team().isReady(transfer);
        giaDinh.team().records(transfer, Fact.DEPARTED);
        giaDinh.team()
                .records(
                        transfer,
                        Fact.ARRIVED,
                        Map.of("organisation", giaDinh.code(), "unit", giaDinh.adultUnit()));
        giaDinh.doctor().records(transfer, Fact.HANDED_OVER);

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(
                                        Picture.in(HANDED_OVER)
                                                .to(giaDinh.code())
                                                .team("CANNULATED", "gia-dinh")));
        eventually(
                () ->
                        assertThat(world.told(transfer, TRANSFER))
                                .containsExactly(
                                        "requested",
                                        "urgency-changed",
                                        "team-answered",
                                        "team-moved",
                                        "team-moved",
                                        "ready",
                                        "departed",
                                        "arrived",
                                        "handed-over"));
        assertThat(world.told(transfer, PLACEMENT)).filteredOn("team-asked"::equals).hasSize(1);
    }

    @Test
    void whenTheAmbulanceBreaksDownTheNextCentreIsCalled(World world) {
        var saiGon = world.hospital("sai-gon");
        var transfer = saiGon.referrer().files(world.request("C06"));
        saiGon.doctor().endorsesUrgency(transfer);
        eventually(() -> assertThat(world.told(transfer, PLACEMENT)).contains("team-asked"));
        eventually(() -> assertThat(team(world, transfer).state()).isEqualTo("ASKED"));
        var first = team(world, transfer).organisation();
        world.hospital(first).team().teamGoes(transfer);
        world.hospital(first).team().records(transfer, Fact.TEAM_LEFT);

        world.coordinator().records(transfer, Fact.TEAM_TURNED_BACK);

        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .filteredOn("team-asked"::equals)
                                .hasSize(2));
        eventually(
                () ->
                        assertThat(team(world, transfer))
                                .satisfies(it -> assertThat(it.state()).isEqualTo("ASKED"))
                                .satisfies(
                                        it -> assertThat(it.organisation()).isNotEqualTo(first)));
        world.hospital(team(world, transfer).organisation()).team().teamGoes(transfer);
    }

    private static TransferView.Team team(World world, Transfer transfer) {
        return world.coordinator().sees(transfer).team();
    }
}
