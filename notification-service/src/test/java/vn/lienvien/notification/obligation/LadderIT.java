package vn.lienvien.notification.obligation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.PlacementEvent.ConsultingStartedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.StubServer;

/**
 * A ladder means whoever is on duty now, waits for nobody who is not, and lets people step aside.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ChannelSettings.class)
class LadderIT {

    private static final String PATH = "/api/v1/obligations/";

    @Inject Telling telling;
    @Inject Reminding reminding;

    private Invented house;
    private Story story;
    private OfferRef offer;

    @BeforeEach
    void aCase() {
        house = Invented.house();
        aCaseOf(Urgency.U2);
    }

    @AfterEach
    void theClockIsRight() {
        DatabaseTime.asItIs();
    }

    @Test
    void theCallListNamesWhoeverIsOnDutyAndThenTheRestOfTheLadder() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+84903000001")
                .onDuty(house.code().value(), "LEADER", "BS. Sen (invented)", "+84903000002");
        held();

        one().body(
                        "callList.role",
                        contains("DOCTOR", "HEAD_OF_UNIT", "LEADER", "COORDINATOR", "AUTHORITY"))
                .body("callList[0].people.name", contains("BS. Lúa (invented)"))
                .body("callList[0].people[0].numbers[0].shown", equalTo("0903 000 001"))
                .body("callList[0].people[0].numbers[0].tel", equalTo("tel:+84903000001"))
                .body("callList[0].gap", equalTo(false))
                .body("callList[2].people.name", contains("BS. Sen (invented)"))
                .body("told.role", contains("DOCTOR"))
                .body("told.because", contains("TIME"));
        doctor().get("/api/v1/obligations?transfer=" + story.transfer())
                .then()
                .body("items", hasSize(1))
                .body("items[0].callList", nullValue());
        assertThat(alerts()).noneMatch(each -> each.contains("Lúa") || each.contains("84903"));
    }

    @Test
    void withoutARosterTheRolesPhoneAndThenTheHotlinesAreGiven() {
        held();
        hotline("BEDS", "Điều phối giường (invented)");
        one().body("callList[0].people", empty())
                .body("callList[0].gap", equalTo(false))
                .body("callList[0].numbers.label", contains("Điều phối giường (invented)"))
                .body("callList[0].numbers.tel", contains("tel:+842800000077"));

        dutyPhone(house.code().value(), "DOCTOR");
        one().body("callList[0].numbers.label", contains("DOCTOR"))
                .body("callList[0].numbers.tel", contains("tel:+84903123456"))
                .body("told.role", contains("DOCTOR"));
    }

    @Test
    void whoeverIsOnDutyIsToldOnHerOwnPhoneAndNotOnTheRoles() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+84903000001");
        dutyPhone(house.code().value(), "DOCTOR");
        held();

        assertThat(messages("sms")).containsExactly("doctor@" + house.code() + " +84903000001");
    }

    @Test
    void aMessageGoesToWhicheverOfHerNumbersTakesOne() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+842838550001", "+84903000001");
        held();

        assertThat(messages("sms")).containsExactly("doctor@" + house.code() + " +84903000001");
    }

    @Test
    void whereNobodyOnDutyCanGetAMessageTheRolesPhoneDoes() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+842838550001");
        dutyPhone(house.code().value(), "DOCTOR");
        held();

        assertThat(messages("sms")).containsExactly("doctor@" + house.code() + " 0903 123 456");
    }

    @Test
    void aLandlineIsCalledAndGetsNoMessage() {
        dutyPhone(house.code().value(), "DOCTOR", "028 3923 5804");
        held();

        assertThat(messages("sms")).isEmpty();
        one().body("callList[0].numbers.tel", contains("tel:+842839235804"));
    }

    @Test
    void whoeverStepsAsideSilencesNobodyElseWhoWasTold() {
        StubServer.answers("/esms", 503, "");
        aCaseOf(Urgency.U1);
        dutyPhone(house.code().value(), "DOCTOR");
        dutyPhone("soyte-hcm", "COORDINATOR");
        house.onDuty(house.unit(), "NURSE", "ĐD. Tre (invented)", "+84903000003");
        try {
            held(600);
            snooze(answer(), 5).statusCode(200);
            assertThat(messages("sms", "state"))
                    .containsExactly(
                            "coordinator@soyte-hcm DUE", "doctor@" + house.code() + " WITHDRAWN");

            handOn(answer(), Map.of("role", "NURSE")).statusCode(200);
            assertThat(messages("sms", "state")).contains("coordinator@soyte-hcm DUE");
        } finally {
            OwnerConnection.run("delete from contact where organisation = 'soyte-hcm'");
        }
    }

    @Test
    void inAGapTheNextRungIsTakenAtOnce() {
        house.gone(house.unit(), "DOCTOR")
                .onDuty(house.code().value(), "LEADER", "BS. Sen (invented)", "+84903000002");
        held();

        one().body("state", equalTo("OPEN"))
                .body("callList[0].gap", equalTo(true))
                .body("told.role", contains("DOCTOR", "DOCTOR", "HEAD_OF_UNIT"))
                .body("told.because", contains("TIME", "GAP", "GAP"))
                .body("told.gap", contains(true, true, false));
        assertThat(alerts("climbed"))
                .extracting(each -> each.replaceAll(".*\"because\": ?\"(\\w+)\".*", "$1"))
                .containsExactly("GAP", "GAP");
    }

    @Test
    void whereNobodyAtAllIsOnDutyTheAlarmStandsAtOnce() {
        house.gone(house.unit(), "NURSE").gone(house.code().value(), "LEADER");
        telling.tell(story.confirmed(1, offer));

        as("coordinator", "soyte-hcm")
                .get(PATH + obligation("PREPARE_BED"))
                .then()
                .body("state", equalTo("STANDING_ALARM"))
                .body("told.role", contains("NURSE", "NURSE", "LEADER", "COORDINATOR"))
                .body("told.because", contains("TIME", "GAP", "GAP", "GAP"));
        assertThat(alerts("closed")).singleElement().asString().contains("STANDING_ALARM");
    }

    @Test
    void anOfferClimbsAtHalfAndEightyPerCentToTheCoordinatorAndTheAuthority() {
        held();
        climbsTo(29, "DOCTOR");
        climbsTo(31, "DOCTOR DOCTOR HEAD_OF_UNIT");
        climbsTo(49, "DOCTOR DOCTOR HEAD_OF_UNIT DOCTOR LEADER");
        climbsTo(61, "DOCTOR DOCTOR HEAD_OF_UNIT DOCTOR LEADER COORDINATOR");
        as("authority", "soyte-can-tho").get(PATH + answer()).then().statusCode(404);
        climbsTo(91, "DOCTOR DOCTOR HEAD_OF_UNIT DOCTOR LEADER COORDINATOR AUTHORITY");
        as("authority", "soyte-can-tho")
                .get(PATH + answer())
                .then()
                .statusCode(200)
                .body("state", equalTo("STANDING_ALARM"))
                .body("told.organisation", hasItem("soyte-can-tho"));
        as("authority", "soyte-can-tho")
                .get("/api/v1/obligations?transfer=" + story.transfer())
                .then()
                .body("items.kind", contains("ANSWER_OFFER"));
        as("authority", "soyte-ca-mau").get(PATH + answer()).then().statusCode(404);
    }

    @Test
    void theCoordinatorKnowsOfAnUrgentOfferAtMinuteZero() {
        aCaseOf(Urgency.U1);
        held();
        one().body("told.role", contains("DOCTOR", "COORDINATOR"));
    }

    @Test
    void whenACoordinatorRaisesTheClassAllThatStandsIsToldAnewAndInTheTimeOfAnUrgentOne() {
        telling.tell(story.requested());
        held();
        var id = answer();
        telling.tell(story.becomes(Urgency.U0, true));

        one().body("urgency", equalTo("U0"))
                .body("told.role", contains("DOCTOR", "DOCTOR", "COORDINATOR"));
        assertThat(
                        OwnerConnection.value(
                                "select due_at <= app_now() + interval '5 minutes' from obligation where id = '"
                                        + id
                                        + "'"))
                .isEqualTo("t");
        snooze(id, 6).statusCode(409).body("code", equalTo("snooze-past-due"));
        var alert = obligation("RED_ALERT");
        assertThat(told(alert)).isEqualTo("COORDINATOR");

        as("coordinator", "soyte-hcm")
                .post(PATH + alert + "/acknowledgement")
                .then()
                .statusCode(200);
        telling.tell(story.becomes(Urgency.U0, true));
        assertThat(obligation("RED_ALERT")).as("said again, it is no new alert").isEqualTo(alert);
        assertThat(told(id)).isEqualTo("DOCTOR DOCTOR COORDINATOR");

        telling.tell(story.becomes(Urgency.U2));
        one().body("urgency", equalTo("U2"));
        assertThat(told(id))
                .as("less urgent, nobody is told")
                .isEqualTo("DOCTOR DOCTOR COORDINATOR");
    }

    @Test
    void anAlarmGoesOnStandingWhenTheClassRisesAndEverybodyIsToldAnew() {
        house.gone(house.unit(), "NURSE").gone(house.code().value(), "LEADER");
        telling.tell(story.requested(), story.confirmed(1, offer));
        var bed = obligation("PREPARE_BED");
        assertThat(told(bed)).isEqualTo("NURSE NURSE LEADER COORDINATOR");

        telling.tell(story.becomes(Urgency.U1));

        as("coordinator", "soyte-hcm")
                .get("/api/v1/obligations?state=alarm&transfer=" + story.transfer())
                .then()
                .body("items.id", contains(bed));
        assertThat(told(bed)).isEqualTo("NURSE NURSE LEADER COORDINATOR NURSE LEADER COORDINATOR");
        assertThat(alerts("closed")).as("said once").hasSize(1);
    }

    @Test
    void aRedAlertThatNobodyAnswersGoesToTheWholeVoiceListTogether() {
        aCaseOf(Urgency.U0);
        house.onDuty(house.unit(), "ECMO_OPERATOR", "KTV. Mai (invented)", "+84903000004");
        hotline("RED_ALERT", "Báo động đỏ (invented)");
        hotline("BEDS", "Điều phối giường (invented)");
        telling.tell(story.requested(), story.teamAsked(house.code(), 1));
        var asked = obligation("SEND_TEAM");
        as("team", house.code().value())
                .get(PATH + asked)
                .then()
                .body("callList[0].role", equalTo("TEAM"))
                .body("callList[0].people.name", contains("KTV. Mai (invented)"))
                .body("callList[0].numbers.label", contains("Báo động đỏ (invented)"));
        OwnerConnection.run(
                "update obligation set clock_from = app_now() - interval '121 seconds',"
                        + " due_at = app_now() - interval '1 second', next_at = app_now(), step = 3 where id = '"
                        + asked
                        + "'");
        reminding.remind();

        assertThat(told(asked)).isEqualTo("TEAM COORDINATOR TEAM LEADER COORDINATOR");
        var alert = obligation("RED_ALERT");
        DatabaseTime.ahead(Duration.ofMinutes(3));
        reminding.remind();
        reminding.remind();
        assertThat(told(alert)).isEqualTo("COORDINATOR COORDINATOR COORDINATOR LEADER AUTHORITY");
    }

    @Test
    void consultingStopsTheClock() {
        held();
        telling.tell(consulting(2, now().plusSeconds(3 * 3600)));

        climbsTo(125, "DOCTOR");
        climbsTo(151, "DOCTOR DOCTOR HEAD_OF_UNIT");
    }

    /** The offer has a day in bed-service, which learns of the rise later. */
    @Test
    void consultingAboutACaseThatBecameUrgentStopsItsClockForTwoHoursOnly() {
        aCaseOf(Urgency.U3);
        telling.tell(story.requested());
        held(24 * 3600);
        telling.tell(story.becomes(Urgency.U1));
        telling.tell(consulting(2, now().plusSeconds(26 * 3600)));

        climbsTo(119, "DOCTOR DOCTOR COORDINATOR");
        climbsTo(130, "DOCTOR DOCTOR COORDINATOR DOCTOR HEAD_OF_UNIT");
    }

    @Test
    void consultingStopsTheClockOfAnAgreedOfferToo() {
        telling.tell(new SlotHeldV1(story.ref(1), offer, now(), null));
        telling.tell(consulting(2, null));
        telling.tell(consulting(2, null));

        climbsTo(125, "DOCTOR");
        climbsTo(151, "DOCTOR DOCTOR HEAD_OF_UNIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theClockStandsStillAsLongAsTheUnitsOwn(int hours) {
        telling.tell(new SlotHeldV1(story.ref(1), offer, now(), null));
        telling.tell(consulting(hours, null));

        climbsTo(hours * 60 + 5, "DOCTOR");
        climbsTo(hours * 60 + 31, "DOCTOR DOCTOR HEAD_OF_UNIT");
    }

    @Test
    void anOlderReleaseDoesNotSayHowLongTheUnitConsults() {
        telling.tell(new SlotHeldV1(story.ref(1), offer, now(), null));
        telling.tell(new ConsultingStartedV1(story.ref(1), offer, now(), null, null));

        climbsTo(125, "DOCTOR");
        climbsTo(151, "DOCTOR DOCTOR HEAD_OF_UNIT");
    }

    @Test
    void quietIsGivenForAWhile() {
        held();
        var id = answer();

        snooze(id, 15)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("snoozedUntil", not(nullValue()));
        snooze(id, 16)
                .statusCode(422)
                .body("violations[0].field", equalTo("minutes"))
                .body("violations[0].code", equalTo("too-long"));
        snooze(id, 5).statusCode(200);
        snooze(id, 5).statusCode(200);
        snooze(id, 5).statusCode(409).body("code", equalTo("snoozed-too-often"));
        assertThat(alerts("snoozed")).hasSize(3);
        assertThat(audited(id))
                .containsExactly("obligation.snoozed", "obligation.snoozed", "obligation.snoozed");
        as("nurse", house.code().value())
                .contentType(ContentType.JSON)
                .body(Map.of("minutes", 5))
                .post(PATH + id + "/snooze")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-required"));
        as("doctor", "cho-ray")
                .contentType(ContentType.JSON)
                .body(Map.of("minutes", 5))
                .post(PATH + id + "/snooze")
                .then()
                .statusCode(404);
    }

    @Test
    void thereIsNoQuietPastTheTimeOfAnUrgentOfferNorInAnAlarmNorAfterTheEnd() {
        aCaseOf(Urgency.U1);
        held(600);
        var id = answer();
        snooze(id, 11).statusCode(409).body("code", equalTo("snooze-past-due"));

        OwnerConnection.run(
                "update obligation set alarm_since = app_now(), next_at = null where id = '"
                        + id
                        + "'");
        snooze(id, 5).statusCode(409).body("code", equalTo("alarm-stands"));
        telling.tell(story.confirmed(1, offer));
        snooze(id, 5).statusCode(409).body("code", equalTo("obligation-ended"));
        handOn(id, Map.of("role", "DOCTOR")).statusCode(409);
    }

    @Test
    void aColleagueOnDutyHasItNowAndItStaysOpen() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+84903000001")
                .onDuty(house.unit(), "NURSE", "ĐD. Tre (invented)", "+84903000003");
        held();
        var id = answer();
        var nurse = "nurse@" + house.code();

        handOn(id, Map.of("role", "NURSE", "user", nurse))
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("handedRole", equalTo("NURSE"))
                .body("handedTo", equalTo(nurse))
                .body("handedBy", equalTo("doctor@" + house.code()))
                .body("callList.role[0]", equalTo("NURSE"))
                .body("callList[0].people.name", contains("ĐD. Tre (invented)"))
                .body("told.role", contains("DOCTOR", "NURSE"));
        handOn(id, Map.of("role", "NURSE", "user", nurse)).statusCode(200);
        assertThat(alerts("handed-on")).singleElement().asString().contains("NURSE");
        assertThat(audited(id)).containsExactly("obligation.handed-on");

        climbsTo(31, "DOCTOR NURSE NURSE HEAD_OF_UNIT");
        as("nurse", house.code().value())
                .get("/api/v1/obligations?transfer=" + story.transfer())
                .then()
                .body("items.kind", contains("ANSWER_OFFER"));
        as("nurse", house.code().value())
                .post(PATH + id + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("end", equalTo("ACKNOWLEDGED"))
                .body("acknowledgedBy", equalTo(nurse));
    }

    @Test
    void itIsHandedToNobodyWhoIsNotThere() {
        house.onDuty(house.unit(), "DOCTOR", "BS. Lúa (invented)", "+84903000001");
        held();
        var id = answer();

        handOn(id, Map.of("role", "DOCTOR", "user", "somebody@" + house.code()))
                .statusCode(422)
                .body("violations[0].field", equalTo("user"))
                .body("violations[0].code", equalTo("not-on-duty"));
        handOn(id, Map.of("role", "COORDINATOR"))
                .statusCode(422)
                .body("violations[0].code", equalTo("other-organisation"));
        OwnerConnection.run(
                "insert into contact (organisation, role) values ('%s', 'NURSE')"
                        .formatted(house.code()));
        handOn(id, Map.of("role", "NURSE"))
                .statusCode(409)
                .body("code", equalTo("nobody-to-hand-to"));
        one().body("handedRole", nullValue()).body("told", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{}",
                "{\"minutes\":0}",
                "{\"minutes\":\"x\"}",
                "{\"role\":\"KING\"}"
            })
    void whatMakesNoSenseChangesNothing(String body) {
        held();
        for (var what : List.of("/snooze", "/hand-on")) {
            var status =
                    doctor().contentType(ContentType.JSON)
                            .body(body)
                            .post(PATH + answer() + what)
                            .then()
                            .contentType("application/problem+json")
                            .extract()
                            .statusCode();
            assertThat(status).isIn(400, 422);
        }
        one().body("told", hasSize(1)).body("snoozedUntil", nullValue());
    }

    private void aCaseOf(Urgency urgency) {
        story = new Story(UUID.randomUUID(), urgency);
        offer = story.offer(1, house.code());
    }

    private static void dutyPhone(String organisation, String role) {
        dutyPhone(organisation, role, "0903 123 456");
    }

    private static void dutyPhone(String organisation, String role, String phone) {
        OwnerConnection.run(
                "insert into contact (organisation, role, phone) values ('%s', '%s', '%s')"
                        .formatted(organisation, role, phone));
    }

    private List<String> messages(String channel) {
        return messages(channel, "address");
    }

    private List<String> messages(String channel, String column) {
        return OwnerConnection.column(
                "select recipient || ' ' || %s from delivery where channel = '%s' and obligation_id = '%s' order by recipient"
                        .formatted(column, channel, answer()));
    }

    private void hotline(String purpose, String label) {
        OwnerConnection.run(
                "insert into hotline (organisation, position, purpose, label, phone, changed_at)"
                        + " select '%1$s', count(*), '%2$s', '%3$s', '+842800000077', now() from hotline where organisation = '%1$s'"
                                .formatted(house.code(), purpose, label));
    }

    private void held() {
        held(3600);
    }

    private void held(int seconds) {
        var now = now();
        telling.tell(new SlotHeldV1(story.ref(1), offer, now, now.plusSeconds(seconds)));
    }

    private static Instant now() {
        return Instant.now();
    }

    private ConsultingStartedV1 consulting(int hours, Instant until) {
        var now = now();
        return new ConsultingStartedV1(
                story.ref(1), offer, now, now.plus(Duration.ofHours(hours)), until);
    }

    private void climbsTo(int minutes, String roles) {
        DatabaseTime.ahead(Duration.ofMinutes(minutes));
        reminding.remind();
        assertThat(told(answer())).isEqualTo(roles);
    }

    private static String told(String obligation) {
        return String.join(
                " ",
                OwnerConnection.column(
                        "select role from telling where obligation_id = '"
                                + obligation
                                + "' order by rung_no"));
    }

    private ValidatableResponse one() {
        return doctor().get(PATH + answer()).then().statusCode(200);
    }

    private String answer() {
        return obligation("ANSWER_OFFER");
    }

    private String obligation(String kind) {
        return OwnerConnection.value(
                "select id from obligation where kind = '%s' and subject = '%s'"
                        .formatted(kind, story.transfer()));
    }

    private ValidatableResponse snooze(String id, int minutes) {
        return doctor().contentType(ContentType.JSON)
                .body(Map.of("minutes", minutes))
                .post(PATH + id + "/snooze")
                .then();
    }

    private ValidatableResponse handOn(String id, Map<String, String> to) {
        return doctor().contentType(ContentType.JSON).body(to).post(PATH + id + "/hand-on").then();
    }

    private RequestSpecification doctor() {
        return as("doctor", house.code().value());
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().auth().oauth2(TestTokens.as(role, organisation));
    }

    private List<String> alerts() {
        return alerts("");
    }

    private List<String> alerts(String type) {
        return OwnerConnection.column(
                "select convert_from(payload, 'UTF8') from outbox where key = '%s' and type like '%%%s.v1' order by sequence"
                        .formatted(story.transfer(), type));
    }

    private static List<String> audited(String id) {
        return OwnerConnection.column(
                "select action from audit where subject_id = '" + id + "' order by id");
    }
}
