package vn.lienvien.bed.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PlacementFlowTest {

    @Inject Told told;

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void whatWasAgreedIsHeldAndConfirmedInOneTap() {
        Wards.open("htd-hcmc.icu-adult", 1);
        var transfer = Transfers.agreed("htd-hcmc");

        told.that(transfer.requested());

        var offer = liveOffer(transfer, "htd-hcmc");
        assertThat(offer).containsEntry("kind", "AGREED").doesNotContainKey("until");
        answer(transfer, offer, "htd-hcmc", "confirmation", Map.of("acceptedBy", "Dr Invented"))
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        assertThat(eventsOf(transfer))
                .containsExactly("placement.slot-held", "placement.slot-confirmed");
        assertThat(OwnerConnection.column("select state from slot")).containsExactly("CONFIRMED");
    }

    private io.restassured.response.ValidatableResponse answer(
            Transfers transfer,
            Map<String, Object> offer,
            String organisation,
            String with,
            Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.as("doctor", organisation))
                .contentType("application/json")
                .body(body)
                .post(
                        "/api/v1/placements/%s/offers/%s/%s"
                                .formatted(transfer.id(), offer.get("id"), with))
                .then();
    }

    private Map<String, Object> liveOffer(Transfers transfer, String organisation) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                offers(transfer).stream()
                                        .filter(it -> it.get("organisation").equals(organisation))
                                        .filter(it -> it.get("state").equals("OPEN"))
                                        .findFirst()
                                        .orElse(null),
                        found -> found != null);
    }

    private List<Map<String, Object>> offers(Transfers transfer) {
        return JsonPath.from(
                        given().auth()
                                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                                .get("/api/v1/placements/" + transfer.id())
                                .asString())
                .getList("offers");
    }

    private static List<String> eventsOf(Transfers transfer) {
        return OwnerConnection.column(
                "select regexp_replace(type, 'vn.lienvien.(.*).v1', '\\1') from outbox where key = '%s' order by sequence"
                        .formatted(transfer.id()));
    }
}
