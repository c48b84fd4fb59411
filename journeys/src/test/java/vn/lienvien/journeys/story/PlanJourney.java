package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.WAITING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/** Nothing is free in the whole country; then two beds open, far from each other. */
@ExtendWith(RunningSystem.class)
class PlanJourney {

    private static final String PLANS = "/api/v1/placements/plans";
    private static final Map<String, String> REASON = Map.of("reason", "surge: placed together");

    @Test
    void theyArePlannedTogetherAndEachHasAShorterWay(World world) {
        var south = world.hospital("htd-hcmc");
        var north = world.hospital("bach-mai");
        world.openOnly(0);
        var fromTheMiddle = waits(world, world.hospital("binh-dinh"));
        var fromTheSouth = waits(world, world.hospital("soc-trang-covid"));
        world.open(south.adultUnit(), 1);
        world.open(north.adultUnit(), 1);

        var plan = world.coordinator().post(PLANS, Map.of()).orThrow();
        assertThat(each(plan, "assignments", "transferId"))
                .containsExactly(fromTheMiddle.id().toString(), fromTheSouth.id().toString());
        assertThat(each(plan, "assignments", "unit"))
                .containsExactly(north.adultUnit(), south.adultUnit());
        assertThat(each(plan, "assignments", "greedyUnit"))
                .containsExactly(south.adultUnit(), north.adultUnit());
        assertThat(plan.at("/total/weightedMinutes").asInt())
                .isLessThan(plan.at("/greedy/weightedMinutes").asInt());

        var accepted =
                world.coordinator()
                        .post(
                                PLANS + "/" + plan.path("planId").asText() + "/acceptance",
                                Map.of("all", true, "reason", "surge: placed together"))
                        .orThrow();
        assertThat(each(accepted, "answers", "outcome")).containsExactly("offered", "offered");
        north.doctor().confirms(fromTheMiddle);
        south.doctor().confirms(fromTheSouth);

        eventually(
                () -> {
                    assertThat(world.picture(fromTheMiddle))
                            .isEqualTo(Picture.in(ACCEPTED).to(north.adultUnit()));
                    assertThat(world.picture(fromTheSouth))
                            .isEqualTo(Picture.in(ACCEPTED).to(south.adultUnit()));
                });
        eventually(
                () ->
                        assertThat(world.told(fromTheSouth, PLACEMENT))
                                .containsExactly(
                                        "waiting",
                                        "automation-paused",
                                        "slot-held",
                                        "slot-confirmed"));
    }

    /** People take it from the machine, which else gives it the first bed that opens. */
    private static Transfer waits(World world, Hospital sender) {
        var transfer = sender.referrer().files(world.search());
        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(Picture.in(WAITING)));
        world.coordinator()
                .post("/api/v1/placements/" + transfer.id() + "/pause", REASON)
                .orThrow();
        return transfer;
    }

    private static List<String> each(JsonNode answer, String list, String field) {
        return answer.path(list).valueStream().map(it -> it.path(field).asText()).toList();
    }
}
