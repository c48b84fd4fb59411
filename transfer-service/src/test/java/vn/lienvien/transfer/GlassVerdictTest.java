package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.REFERRER;
import static vn.lienvien.transfer.Person.SECOND_DOCTOR;
import static vn.lienvien.transfer.Person.STRANGER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Afterwards it is asked whether it was right to open the case. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GlassVerdictTest {

    private static final Map<String, String> OPENING =
            Map.of("because", "PATIENT_AT_OUR_DOOR", "reason", "pump failing");
    private static final String WORDS = "free words";

    private final BedService bedService;

    private UUID transfer;
    private Person doctor;
    private String opening;

    GlassVerdictTest(BedService bedService) {
        this.bedService = bedService;
    }

    @BeforeEach
    void aCaseThatWasOpened() {
        transfer = REFERRER.filed(Cases.agreed());
        doctor = Person.of("doctor", "ca-mau");
        opening =
                doctor.does(transfer, "break-glass", OPENING)
                        .statusCode(200)
                        .extract()
                        .path("openingId");
    }

    @Test
    void theSenderAndTheCoordinatorEachSayWhetherItWasRight() {
        judges(REFERRER, "NOT_TREATING").statusCode(200);
        judges(COORDINATOR, "AS_SAID")
                .statusCode(200)
                .body("openingId", is(opening))
                .body("verdicts.organisation", is(List.of("soc-trang-covid", "soyte-hcm")))
                .body("verdicts.justified", is(List.of(false, true)))
                .body("verdicts.because", is(List.of("NOT_TREATING", "AS_SAID")));

        var listed = COORDINATOR.asks().get("/api/v1/transfers/break-glass?limit=1").then();
        listed.body("items[0].openingId", is(opening))
                .body("items[0].verdicts.role", is(List.of("referrer", "coordinator")))
                .body("items[0].verdicts.justified", is(List.of(false, true)));
        assertThat(listed.extract().asString()).doesNotContain(WORDS);
        REFERRER.sees(transfer, "timeline")
                .body("items[2].what", is("transfer.glass-judged"))
                .body("items[2].reason", is(WORDS))
                .body("items[2].values.justified", is(false))
                .body("items[2].values.opening", is(opening));
        assertThat(
                        OwnerConnection.column(
                                "select actor || ' ' || (codes ->> 'because') from audit"
                                        + " where action = 'glass-judged' and codes ->> 'opening' = '"
                                        + opening
                                        + "' order by id"))
                .containsExactly(
                        "referrer@soc-trang-covid NOT_TREATING", "coordinator@soyte-hcm AS_SAID");
    }

    @Test
    void othersAreToldWithoutWordsWhoHasAsked() {
        judges(REFERRER, "NO_PATIENT_THERE").statusCode(200);

        assertThat(told())
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event)
                                        .contains(opening, "soc-trang-covid", "\"justified\":false")
                                        .doesNotContain(WORDS, "referrer@", "NO_PATIENT_THERE"));
    }

    /** It may turn out otherwise; what was said before stays to be read. */
    @Test
    void theSameAgainIsNotSaidTwiceAndTheLastWordCounts() {
        judges(REFERRER, "NO_PATIENT_THERE").statusCode(200);
        judges(SECOND_DOCTOR, "NO_PATIENT_THERE").body("verdicts.size()", is(1));
        assertThat(told()).hasSize(1);

        judges(SECOND_DOCTOR, "AS_SAID")
                .body("verdicts.because", is(List.of("NO_PATIENT_THERE", "AS_SAID")));
        assertThat(told()).hasSize(2);
    }

    @Test
    void theSameKeySaysItOnce() {
        var key = UUID.randomUUID().toString();
        keyed(key, "AS_SAID").statusCode(200);
        judges(REFERRER, "NOT_TREATING").statusCode(200);

        keyed(key, "AS_SAID").statusCode(200).body("verdicts.size()", is(2));
        keyed(key, "NOT_TREATING").statusCode(422).body("code", is("idempotency-key-reused"));
    }

    @Test
    void itIsAskedAlsoWhenTheTransferIsOver() {
        REFERRER.does(transfer, "end", Map.of("kind", "CANCELLED", "reason", "x")).statusCode(200);

        judges(COORDINATOR, "COULD_HAVE_WAITED").statusCode(200);
    }

    @Test
    void whoHasNotToAskSaysNothing() {
        bedService.holds(transfer, 1, BedService.HTD);

        judges(doctor, "AS_SAID").statusCode(403).body("code", is("role-required"));
        judges(ICU_DOCTOR, "AS_SAID").statusCode(403).body("code", is("role-required"));
        judges(Person.of("nurse", "soc-trang-covid"), "AS_SAID").statusCode(403);
        judges(Person.of("admin", "lienvien"), "AS_SAID").statusCode(403);
        judges(STRANGER, "AS_SAID").statusCode(404);
        opening = UUID.randomUUID().toString();
        judges(REFERRER, "AS_SAID").statusCode(404);
        judges(COORDINATOR, "AS_SAID").statusCode(404);
        assertThat(told()).isEmpty();
    }

    /** People may belong to two hospitals. */
    @Test
    void nobodyJudgesThemselves() {
        var token =
                TestTokens.of(
                        "both@invented",
                        TestTokens.membership("ca-mau", List.of("doctor"), null, null),
                        TestTokens.membership("soc-trang-covid", List.of("doctor"), null, null));
        opening =
                actingFor(token, "ca-mau")
                        .body(OPENING)
                        .post("/api/v1/transfers/" + transfer + "/break-glass")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("openingId");

        judges(actingFor(token, "soc-trang-covid"), "AS_SAID")
                .statusCode(409)
                .body("code", is("own-opening"));
        judges(REFERRER, "AS_SAID").statusCode(200);
    }

    @Test
    void itIsSaidInACode() {
        judges(REFERRER, "WELL_DONE").statusCode(422);
        REFERRER.asks().body(Map.of("reason", "x")).post(path()).then().statusCode(422);
    }

    @Test
    void behindTheLastOneThePageIsEmpty() {
        COORDINATOR
                .asks()
                .get("/api/v1/transfers/break-glass?cursor=AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(200)
                .body("items", is(List.of()));
    }

    @Test
    void whatWasSaidIsNeverEdited() {
        assertThat(
                        OwnerConnection.value(
                                "select has_table_privilege('service_app', 'glass_verdict', 'update')"
                                        + " or has_table_privilege('service_app', 'glass_verdict', 'delete')"))
                .isEqualTo("f");
    }

    private ValidatableResponse judges(Person person, String because) {
        return judges(person.asks(), because);
    }

    private ValidatableResponse judges(RequestSpecification asks, String because) {
        return asks.body(Map.of("because", because, "reason", WORDS)).post(path()).then();
    }

    private ValidatableResponse keyed(String key, String because) {
        return judges(REFERRER.asks().header("Idempotency-Key", key), because);
    }

    private String path() {
        return "/api/v1/transfers/break-glass/" + opening + "/verdict";
    }

    private static RequestSpecification actingFor(String token, String organisation) {
        return new Person(token).asks().header("LienVien-Organisation", organisation);
    }

    private List<String> told() {
        return OwnerConnection.column(
                "select convert_from(payload, 'UTF8') || attributes::text from outbox where key = '"
                        + transfer
                        + "' and type = 'vn.lienvien.transfer.glass-judged.v1' order by sequence");
    }
}
