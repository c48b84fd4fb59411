package vn.lienvien.transfer;

import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.REFERRER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienvien.kit.test.ApiContract;
import vn.lienvien.kit.test.ApiSweep;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Whom each operation is for, and that none of them is moved by anything else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApiTest extends ApiContract {

    /**
     * People of the hospital that asks; a doctor of the one that holds a place, and of one that
     * knows nothing; a team that was asked to go; those who watch over all.
     */
    private static final String TABLE =
            """
                                                                    origin second nurse system icu stranger team coordinator authority admin
            GET  /api/v1/transfers                                       +   +   +   r   +   +   +   +   r   r
            POST /api/v1/transfers                                       +   +   r   +   +   +   r   +   r   r
            GET  /api/v1/transfers/{id}                                  +   +   +   r   +   -   +   +   r   r
            GET  /api/v1/transfers/{id}/timeline                         +   +   +   r   +   -   +   +   r   r
            GET  /api/v1/transfers/{id}/identity                         +   +   +   r   r   -   r   r   r   r
            GET  /api/v1/transfers/{id}/summary                          +   +   +   r   +   -   +   +   r   r
            PUT  /api/v1/transfers/{id}/clinical                         +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/urgency                          +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/urgency-endorsement              +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/routing                          +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/needs                            +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/team-requests                    +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/team-answers                     r   r   r   r   r   r   +   r   r   r
            POST /api/v1/transfers/{id}/readiness                        +   +   r   r   r   -   +   +   r   r
            POST /api/v1/transfers/{id}/diversion                        +   +   r   r   r   -   +   +   r   r
            GET  /api/v1/transfers/break-glass                           r   r   r   r   r   r   r   +   r   +
            POST /api/v1/transfers/break-glass/{opening}/verdict         +   +   r   r   r   -   r   +   r   r
            POST /api/v1/transfers/{id}/break-glass                      r   +   +   r   +   +   +   r   r   r
            POST /api/v1/transfers/{id}/facts                            +   +   +   +   +   -   +   +   r   r
            POST /api/v1/transfers/{id}/end                              +   +   r   r   r   -   r   +   r   r
            GET  /api/v1/operations/{service}/parked                     r   r   r   r   r   r   r   +   r   +
            POST /api/v1/operations/{service}/parked/retry               r   r   r   r   r   r   r   ?   r   ?
            POST /api/v1/operations/{service}/parked/{id}/discard        r   r   r   r   r   r   r   ?   r   ?
            GET  /api/v1/operations/{service}/audit                      r   r   r   r   r   r   r   r   r   +
            POST /api/v1/operations/{service}/republish                  r   r   r   r   r   r   r   r   r   +
            """;

    private final BedService bedService;

    ApiTest(BedService bedService) {
        this.bedService = bedService;
    }

    @Override
    protected ApiSweep api() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("origin", REFERRER.token());
        callers.put("second", TestTokens.as("doctor", "soc-trang-covid"));
        callers.put("nurse", TestTokens.as("nurse", "soc-trang-covid"));
        callers.put("system", TestTokens.as("system", "soc-trang-covid"));
        callers.put("icu", TestTokens.as("doctor", "htd-hcmc"));
        callers.put("stranger", TestTokens.as("doctor", "hospital-e"));
        callers.put("team", TestTokens.as("team", "cho-ray"));
        callers.put("coordinator", COORDINATOR.token());
        callers.put("authority", TestTokens.as("authority", "byt"));
        callers.put("admin", TestTokens.as("admin", "lienvien"));
        return ApiSweep.of(callers, TABLE, this::oneThatATeamGoesTo);
    }

    private Map<String, String> oneThatATeamGoesTo() {
        var transfer = REFERRER.filed(Cases.agreed());
        REFERRER.does(transfer, "team-requests", Map.of("organisation", "cho-ray")).statusCode(200);
        bedService.holds(transfer, 1, BedService.HTD);
        String opening =
                Person.of("doctor", "vinh-long")
                        .does(
                                transfer,
                                "break-glass",
                                Map.of("because", "PATIENT_AT_OUR_DOOR", "reason", "x"))
                        .extract()
                        .path("openingId");
        return Map.of("{id}", transfer.toString(), "{opening}", opening, "{service}", "transfer");
    }
}
