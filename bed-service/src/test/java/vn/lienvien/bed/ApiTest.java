package vn.lienvien.bed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienvien.kit.test.ApiContract;
import vn.lienvien.kit.test.ApiSweep;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Whom each operation is for, and that none of them is moved by anything else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApiTest extends ApiContract {

    private static final String UNIT = "htd-hcmc.icu-adult";

    /**
     * The sender's; doctor, nurse and information system of the unit that is asked; people of a
     * hospital that is not; those who watch over all.
     */
    private static final String TABLE =
            """
                                                                        origin doctor nurse system other team coordinator authority admin
            GET  /api/v1/placements                                          +   +   +   +   +   +   +   +   +
            GET  /api/v1/placements/{transferId}                             +   +   +   +   -   -   +   -   -
            GET  /api/v1/placements/{transferId}/ranking                     +   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/opened         r   +   +   r   -   -   r   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/confirmation   r   +   r   r   -   -   r   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/not-now        r   +   r   r   -   -   r   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/consulting     r   +   r   r   -   -   r   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/renewal        r   +   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/offers/{offerId}/withdrawal     r   +   r   r   -   -   r   -   -
            POST /api/v1/placements/{transferId}/offers                      r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/pause                       r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/resume                      r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/units/{unit}/skip           r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/units/{unit}/put-back       r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/queue-order                 r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/{transferId}/release                     r   r   r   r   -   -   +   -   -
            PUT  /api/v1/placements/{transferId}/adviser                     r   r   r   r   -   -   +   -   -
            POST /api/v1/placements/plans                                    -   -   -   -   -   -   +   r   -
            POST /api/v1/placements/plans/{planId}/acceptance                -   -   -   -   -   -   +   r   -
            POST /api/v1/placements/what-if                                  +   -   -   -   -   -   +   +   -
            GET  /api/v1/units                                               +   +   +   +   +   +   +   +   +
            GET  /api/v1/units/{unit}                                        +   +   +   +   +   +   +   +   +
            GET  /api/v1/units/{unit}/versions                               +   +   +   +   +   +   +   +   +
            PUT  /api/v1/units/{unit}/activation                             r   +   r   r   r   r   r   r   r
            GET  /api/v1/units/{unit}/capacity-reports                       r   +   +   +   r   r   +   +   r
            POST /api/v1/units/{unit}/capacity-reports                       r   +   +   +   r   r   r   r   r
            POST /api/v1/units/{unit}/capacity-reports/unchanged             r   +   +   +   r   r   r   r   r
            POST /api/v1/units/{unit}/phone-confirmations                    r   r   r   r   r   r   +   r   r
            GET  /api/v1/units/{unit}/slots                                  r   +   +   +   r   r   +   r   r
            POST /api/v1/units/{unit}/slots                                  r   +   +   r   r   r   r   r   r
            POST /api/v1/units/{unit}/slots/{slotId}/state                   r   +   +   r   r   r   r   r   r
            GET  /api/v1/hospitals                                           +   +   +   +   +   +   +   +   +
            GET  /api/v1/capacity/board                                      +   +   +   +   +   +   +   +   +
            POST /api/v1/capacity/report-previews                            r   +   +   +   +   r   +   r   r
            POST /api/v1/capacity/report-imports                             r   ?   ?   ?   ?   r   ?   r   r
            POST /api/v1/capacity/unit-previews                              r   r   r   r   r   r   +   r   r
            POST /api/v1/capacity/unit-imports                               r   r   r   r   r   r   ?   r   r
            GET  /api/v1/capacity/surges                                     +   +   +   +   +   +   +   +   +
            GET  /api/v1/capacity/surges/{surgeId}                           +   +   +   +   +   +   +   +   +
            POST /api/v1/capacity/surges                                     r   r   r   r   r   r   +   +   r
            POST /api/v1/capacity/surges/{surgeId}/end                       r   r   r   r   r   r   +   +   r
            GET  /api/v1/operations/{service}/parked                         r   r   r   r   r   r   +   r   +
            POST /api/v1/operations/{service}/parked/retry                   r   r   r   r   r   r   ?   r   ?
            POST /api/v1/operations/{service}/parked/{id}/discard            r   r   r   r   r   r   ?   r   ?
            GET  /api/v1/operations/{service}/audit                          r   r   r   r   r   r   r   r   +
            POST /api/v1/operations/{service}/republish                      r   r   r   r   r   r   r   r   +
            """;

    @Inject Told told;

    @Override
    protected ApiSweep api() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("origin", TestTokens.as("referrer", "soc-trang-covid"));
        callers.put("doctor", TestTokens.as("doctor", "htd-hcmc"));
        callers.put("nurse", TestTokens.as("nurse", "htd-hcmc"));
        callers.put("system", TestTokens.as("system", "htd-hcmc"));
        callers.put("other", TestTokens.as("doctor", "cho-ray"));
        callers.put("team", TestTokens.as("team", "cho-ray"));
        callers.put("coordinator", TestTokens.as("coordinator", "soyte-hcm"));
        callers.put("authority", TestTokens.as("authority", "byt"));
        callers.put("admin", TestTokens.as("admin", "lienvien"));
        return ApiSweep.of(callers, TABLE, this::oneOfEach);
    }

    /** A transfer that a unit is asked for, a plan, a surge. */
    private Map<String, String> oneOfEach() {
        Wards.none();
        Wards.open(UNIT, 2);
        var transfer = Transfers.agreed("htd-hcmc");
        told.that(transfer.requested());
        var offer = Duty.offerTo("htd-hcmc", transfer);
        var coordinator = TestTokens.as("coordinator", "soyte-hcm");
        String surge =
                Duty.post(coordinator, "/api/v1/capacity/surges", Map.of("reason", "for a test"))
                        .extract()
                        .path("id");
        String plan =
                RestAssured.given()
                        .auth()
                        .oauth2(coordinator)
                        .post("/api/v1/placements/plans")
                        .path("planId");
        Duty.post(
                TestTokens.as("nurse", "htd-hcmc"),
                "/api/v1/units/" + UNIT + "/capacity-reports",
                Map.of("operable", 8, "staffed", 6, "occupied", 4, "readyForOutside", 1));
        return Map.of(
                "{transferId}", transfer.id().toString(),
                "{offerId}", offer,
                "{unit}", UNIT,
                "{slotId}", OwnerConnection.value("select id from slot where transfer_id is null"),
                "{surgeId}", surge,
                "{planId}", plan,
                "{service}", "bed");
    }
}
