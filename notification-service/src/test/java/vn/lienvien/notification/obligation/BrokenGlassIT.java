package vn.lienvien.notification.obligation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;
import static vn.lienvien.notification.obligation.Story.NIGHT;
import static vn.lienvien.notification.obligation.Story.SOC_TRANG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.TransferEvent.BrokenBecause;
import vn.lienvien.events.TransferEvent.GlassBrokenV1;
import vn.lienvien.events.TransferEvent.GlassJudgedV1;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Whoever opens a case in an emergency is asked afterwards whether it was right. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class BrokenGlassIT {

    private static final String PATH = "/api/v1/obligations";

    @Inject Telling telling;
    @Inject Reminding reminding;

    private Story story;

    @BeforeEach
    void aCase() {
        story = new Story(UUID.randomUUID(), Urgency.U2);
        telling.tell(story.requested());
    }

    @AfterEach
    void theClockIsRight() {
        DatabaseTime.asItIs();
    }

    @Test
    void theCoordinatorAndTheSenderMustAskWithinADay() {
        telling.tell(broken(1));

        coordinator()
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .body("items.kind", contains("REVIEW_GLASS", "REVIEW_GLASS"))
                .body("items.role", containsInAnyOrder("COORDINATOR", "REFERRER"))
                .body("items.organisation", containsInAnyOrder("soyte-hcm", "soc-trang-covid"))
                .body("items.offerId.unique()", contains(opening(1).toString()));
        assertThat(
                        OwnerConnection.column(
                                "select (due_at - opened_at)::text from obligation where subject = '"
                                        + story.transfer()
                                        + "'"))
                .containsExactly("1 day", "1 day");
    }

    @Test
    void theLeaderOfTheSenderIsToldAtOnce() {
        telling.tell(broken(1));

        coordinator()
                .get(PATH + "/" + of(SOC_TRANG.value()))
                .then()
                .body("told.role", contains("REFERRER", "LEADER"))
                .body("told.organisation", contains("soc-trang-covid", "soc-trang-covid"));
    }

    @Test
    void whoeverBrokeItHasNoPartInTheTransfer() {
        telling.tell(broken(1));

        assertThat(
                        OwnerConnection.column(
                                "select organisation || ' ' || role from relation where transfer_id = '"
                                        + story.transfer()
                                        + "'"))
                .containsExactly("soc-trang-covid ORIGIN");
        as("doctor", CHO_RAY.value())
                .get(PATH + "?transfer=" + story.transfer())
                .then()
                .body("items", empty());
    }

    @Test
    void everyOneIsAskedAboutByItself() {
        telling.tell(broken(1));
        telling.tell(broken(2));
        telling.tell(broken(2));

        assertThat(standing()).hasSize(4);
    }

    @Test
    void onlyAPersonEndsItAndNotTheTransfer() {
        telling.tell(broken(1));
        telling.tell(story.arrived(1), story.handedOver(1));
        telling.tell(story.ended(1));
        assertThat(standing()).hasSize(2);

        as("referrer", SOC_TRANG.value())
                .post(PATH + "/" + of(SOC_TRANG.value()) + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("end", equalTo("ACKNOWLEDGED"));
        assertThat(standing()).containsExactly("soyte-hcm");
        as("doctor", HTD.value())
                .post(PATH + "/" + of("soyte-hcm") + "/acknowledgement")
                .then()
                .statusCode(404);
        coordinator()
                .post(PATH + "/" + of("soyte-hcm") + "/acknowledgement")
                .then()
                .statusCode(200);
        assertThat(standing()).isEmpty();
    }

    /** Each of both for itself, of the one that it has looked at. */
    @Test
    void whoeverSaysWhetherItWasRightHasAsked() {
        telling.tell(broken(1));
        telling.tell(broken(2));

        telling.tell(new GlassJudgedV1(story.ref(1), opening(1), SOC_TRANG, false));

        assertThat(standing())
                .containsExactlyInAnyOrder("soyte-hcm", "soyte-hcm", SOC_TRANG.value());
        assertThat(
                        OwnerConnection.column(
                                "select organisation || ' ' || ended from obligation where ended is not null"
                                        + " and offer_id = '"
                                        + opening(1)
                                        + "'"))
                .containsExactly("soc-trang-covid CLOSED_BY_EVENT");
    }

    @Test
    void whatNobodyAskedWithinADayStandsAsAnAlarm() {
        telling.tell(broken(1));

        DatabaseTime.ahead(Duration.ofHours(37));
        for (int rung = 0; rung < 8; rung++) {
            reminding.remind();
        }

        coordinator()
                .get(PATH + "/" + of(SOC_TRANG.value()))
                .then()
                .body("state", equalTo("STANDING_ALARM"));
    }

    private GlassBrokenV1 broken(int n) {
        return new GlassBrokenV1(
                story.ref(1),
                opening(n),
                CHO_RAY,
                BrokenBecause.PATIENT_AT_OUR_DOOR,
                NIGHT.plusSeconds(3600));
    }

    private UUID opening(int n) {
        return new UUID(story.transfer().getMostSignificantBits(), n);
    }

    private List<String> standing() {
        return OwnerConnection.column(
                "select organisation from obligation where kind = 'REVIEW_GLASS' and ended is null and subject = '"
                        + story.transfer()
                        + "'");
    }

    private String of(String organisation) {
        return OwnerConnection.value(
                "select id from obligation where kind = 'REVIEW_GLASS' and organisation = '"
                        + organisation
                        + "' and subject = '"
                        + story.transfer()
                        + "'");
    }

    private static RequestSpecification coordinator() {
        return as("coordinator", "soyte-hcm");
    }

    private static RequestSpecification as(String role, String organisation) {
        return given().auth()
                .oauth2(TestTokens.as(role, organisation))
                .contentType(ContentType.JSON);
    }
}
