package vn.lienvien.bed;

import static io.restassured.RestAssured.given;
import static vn.lienvien.kit.test.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.TestTokens;

/** People on duty, as they use the API. */
public final class Duty {

    private Duty() {}

    public static ValidatableResponse doctor(
            String hospital, Transfers transfer, Object offer, String with, Map<String, ?> body) {
        return post(
                TestTokens.as("doctor", hospital),
                "/api/v1/placements/%s/offers/%s/%s".formatted(transfer.id(), offer, with),
                body);
    }

    public static ValidatableResponse confirms(String hospital, Transfers transfer, Object offer) {
        return doctor(
                hospital, transfer, offer, "confirmation", Map.of("acceptedBy", "Dr Invented"));
    }

    public static ValidatableResponse saysNotNow(
            String hospital, Transfers transfer, Object offer, String reason) {
        return doctor(hospital, transfer, offer, "not-now", Map.of("reason", reason));
    }

    public static ValidatableResponse coordinator(
            Transfers transfer, String step, Map<String, ?> body) {
        return post(
                TestTokens.as("coordinator", "soyte-hcm"),
                "/api/v1/placements/%s/%s".formatted(transfer.id(), step),
                body);
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    public static JsonPath seen(Transfers transfer) {
        return JsonPath.from(
                given().auth()
                        .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                        .get("/api/v1/placements/" + transfer.id())
                        .asString());
    }

    /** The state, once it is that. */
    public static void becomes(Transfers transfer, String state) {
        await("state " + state).until(() -> state.equals(seen(transfer).getString("state")));
    }

    /** The id of the live offer to the hospital, once there is one. */
    public static String offerTo(String hospital, Transfers transfer) {
        return await("an offer to " + hospital)
                .until(() -> liveOffer(hospital, transfer), Optional::isPresent)
                .orElseThrow();
    }

    /** What was announced of the transfer, in order. */
    public static List<String> told(Transfers transfer) {
        return OwnerConnection.column(
                """
                select regexp_replace(type, 'vn.lienvien.placement.(.*).v1', '\\1') from outbox
                where topic = 'lienvien.placement.events' and key = '%s' order by sequence
                """
                        .formatted(transfer.id()));
    }

    private static Optional<String> liveOffer(String hospital, Transfers transfer) {
        List<Map<String, Object>> offers = seen(transfer).getList("offers");
        return offers == null
                ? Optional.empty()
                : offers.stream()
                        .filter(it -> it.get("organisation").equals(hospital))
                        .filter(it -> List.of("OPEN", "CONSULTING").contains(it.get("state")))
                        .map(it -> (String) it.get("id"))
                        .findFirst();
    }
}
