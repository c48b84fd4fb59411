package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lienvien.events.Topic.ALERT;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/** Nobody can fail to know: what happens at night, when the one who should answer does not. */
@ExtendWith(RunningSystem.class)
class OnCallJourney {

    private static final String ON_DUTY_IN_THAT_NIGHT =
            """
            select place from roster_shift
            where line = 'DOCTOR' and (select date_trunc('week', min(imported_at) at time zone 'Asia/Ho_Chi_Minh')
                    at time zone 'Asia/Ho_Chi_Minh' from roster where imported_by = 'invented') + interval '1 hour'
                between starts_at and ends_at
            """;

    /** Whoever starts the system in the night to Monday finds people on duty, too. */
    @Test
    void theNightBeforeTheFirstInventedWeekHasItsDoctors(World world) throws SQLException {
        assertThat(world.databases().rows("notification", ON_DUTY_IN_THAT_NIGHT))
                .contains(List.of("cho-ray.icu-adult"), List.of("htd-hcmc.icu-adult"))
                .doesNotContain(List.of("gia-dinh.icu-adult"));
    }

    @Test
    void nobodyAnswersAtNightSoTheLadderClimbsAndTheCoordinatorOffersByHand(World world)
            throws SQLException {
        var silent = world.hospital("dong-nai");
        var willing = world.hospital("ba-ria");
        world.openOnly(1, silent.adultUnit());
        untilNight(world);
        var transfer = world.hospital("trung-vuong").referrer().files(world.search(silent));
        silent.doctor().offer(transfer);
        told(world, transfer, "ANSWER_OFFER", silent, "DOCTOR");

        world.later(Duration.ofMinutes(31));
        told(world, transfer, "ANSWER_OFFER", silent, "DOCTOR", "DOCTOR", "HEAD_OF_UNIT");
        world.later(Duration.ofMinutes(18));
        told(
                world,
                transfer,
                "ANSWER_OFFER",
                silent,
                "DOCTOR",
                "DOCTOR",
                "HEAD_OF_UNIT",
                "DOCTOR",
                "LEADER");
        world.later(Duration.ofMinutes(12));
        eventually(
                () ->
                        assertThat(world.told(transfer, PLACEMENT))
                                .contains("slot-held", "offer-lapsed", "waiting"));
        eventually(
                () ->
                        assertThat(world.obligations(world.coordinator(), transfer))
                                .contains("KNOW_LAPSED", "DECIDE_NEXT"));

        world.coordinator()
                .post(
                        "/api/v1/placements/" + transfer.id() + "/offers",
                        Map.of("unit", willing.adultUnit(), "reason", "agreed by phone"))
                .orThrow();
        willing.doctor().confirms(transfer);

        eventually(
                () ->
                        assertThat(world.picture(transfer))
                                .isEqualTo(Picture.in(ACCEPTED).to(willing.adultUnit())));
        eventually(
                () ->
                        assertThat(ends(world, transfer, "ANSWER_OFFER"))
                                .containsExactlyInAnyOrder("OVERTAKEN", "CLOSED_BY_EVENT"));
    }

    @Test
    void aRedAlertUnansweredForTwoMinutesGoesToEverybodyAndTheNextCentre(World world) {
        var transfer = world.hospital("sai-gon").referrer().files(world.request("C06"));
        eventually(() -> assertThat(calls(world, transfer)).hasSize(1));
        var first = calls(world, transfer).getFirst();
        told(world, transfer, "SEND_TEAM", first, "TEAM", "COORDINATOR");

        world.later(Duration.ofSeconds(125));

        told(
                world,
                transfer,
                "SEND_TEAM",
                first,
                "TEAM",
                "COORDINATOR",
                "TEAM",
                "TEAM",
                "LEADER",
                "COORDINATOR");
        eventually(() -> assertThat(calls(world, transfer)).hasSize(2));
        eventually(
                () ->
                        assertThat(roles(world, transfer, "RED_ALERT", coordinators(world)))
                                .contains("LEADER", "AUTHORITY"));
        assertThat(
                        obligation(world, transfer, "SEND_TEAM", first)
                                .path("callList")
                                .path(0)
                                .path("people"))
                .as("the centre's operator on duty, to be called")
                .isNotEmpty();

        var second =
                calls(world, transfer).stream()
                        .filter(centre -> !centre.equals(first))
                        .findFirst()
                        .orElseThrow();
        second.team().teamGoes(transfer);
        eventually(
                () ->
                        assertThat(
                                        obligation(world, transfer, "SEND_TEAM", second)
                                                .path("end")
                                                .asText())
                                .isEqualTo("CLOSED_BY_EVENT"));
    }

    @Test
    void inAGapOfTheRosterTheMachineOffersNothingAndAPersonsRequestClimbsAtOnce(World world)
            throws SQLException {
        var gone = world.hospital("quang-ninh");
        var there = world.hospital("viet-tiep");
        nobodyOnDuty(world, gone);
        world.openOnly(1, gone.adultUnit(), there.adultUnit());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                world.databases()
                                                        .rows(
                                                                "bed",
                                                                "select covered from unit_duty where unit = '"
                                                                        + gone.adultUnit()
                                                                        + "'"))
                                        .containsExactly(List.of("f")));

        var searched = world.hospital("lang-son").referrer().files(world.search(gone, there));
        there.doctor().confirms(searched);
        assertThat(gone.doctor().openOffer(searched)).isEmpty();

        var asked = world.request("search").put("routing", "ASK");
        asked.put("organisation", gone.code()).put("unit", gone.adultUnit());
        var transfer = world.hospital("lang-son").referrer().files(asked);
        told(world, transfer, "ANSWER_OFFER", gone, "DOCTOR", "DOCTOR", "HEAD_OF_UNIT");
        assertThat(
                        obligation(world, transfer, "ANSWER_OFFER", gone)
                                .path("told")
                                .findValuesAsText("because"))
                .containsExactly("TIME", "GAP", "GAP");
        eventually(() -> assertThat(world.told(transfer, ALERT)).contains("obligation-climbed"));
        gone.doctor().confirms(transfer);
        eventually(
                () ->
                        assertThat(ends(world, transfer, "ANSWER_OFFER"))
                                .contains("CLOSED_BY_EVENT"));
    }

    private static void untilNight(World world) {
        var hanoi = world.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh"));
        var night = hanoi.withHour(23).withMinute(0);
        if (hanoi.isBefore(night)) {
            world.later(Duration.between(hanoi, night));
            world.open("dong-nai.icu-adult", 1);
        }
    }

    /** As if the hospital had imported a week whose last doctor went home an hour ago. */
    private static void nobodyOnDuty(World world, Hospital hospital) throws SQLException {
        world.databases()
                .execute(
                        "notification",
                        """
                        insert into roster (place, organisation, week, version, imported_at, imported_by) values
                            ('%1$s', '%2$s', date_trunc('week', app_now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, app_now(), 'invented');
                        insert into roster_shift (place, week, version, position, line, starts_at, ends_at, people) values
                            ('%1$s', date_trunc('week', app_now() at time zone 'Asia/Ho_Chi_Minh')::date, 1, 0, 'DOCTOR',
                             app_now() - interval '13 hours', app_now() - interval '1 hour',
                             '[{"name": "BS. Cẩm (hư cấu)", "phones": ["+84903000001"]}]');
                        """
                                .formatted(hospital.adultUnit(), hospital.code()));
    }

    private static void told(
            World world, Transfer transfer, String kind, Hospital hospital, String... roles) {
        eventually(
                () ->
                        assertThat(roles(world, transfer, kind, hospital))
                                .as(kind + " of " + hospital.code())
                                .startsWith(roles));
    }

    private static List<String> roles(
            World world, Transfer transfer, String kind, Hospital hospital) {
        return obligation(world, transfer, kind, hospital).path("told").findValuesAsText("role");
    }

    /** As the coordinator sees it, whole; empty while there is none. */
    private static JsonNode obligation(
            World world, Transfer transfer, String kind, Hospital hospital) {
        return all(world, transfer, kind).stream()
                .filter(each -> each.path("organisation").asText().equals(hospital.code()))
                .findFirst()
                .map(
                        each ->
                                world.coordinator()
                                        .get("/api/v1/obligations/" + each.path("id").asText()))
                .orElseGet(MissingNode::getInstance);
    }

    private static List<Hospital> calls(World world, Transfer transfer) {
        return all(world, transfer, "SEND_TEAM").stream()
                .map(each -> world.hospital(each.path("organisation").asText()))
                .toList();
    }

    private static List<String> ends(World world, Transfer transfer, String kind) {
        return all(world, transfer, kind).stream().map(each -> each.path("end").asText()).toList();
    }

    private static List<JsonNode> all(World world, Transfer transfer, String kind) {
        return world.coordinator()
                .get("/api/v1/obligations?state=all&transfer=" + transfer.id())
                .path("items")
                .valueStream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
    }

    private static Hospital coordinators(World world) {
        return world.hospital("soyte-hcm");
    }
}
