package vn.lienvien.transfer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.ApiSweep;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** Whom each operation is for, and that none of them is moved by anything else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApiTest {

    private static final String TABLE =
            """
            GET  /api/v1/transfers                            referrer doctor nurse team coordinator
            POST /api/v1/transfers                            referrer doctor coordinator system
            GET  /api/v1/transfers/{id}                       referrer doctor nurse team coordinator
            GET  /api/v1/transfers/{id}/timeline              referrer doctor nurse team coordinator
            GET  /api/v1/transfers/{id}/identity              referrer doctor nurse team coordinator
            GET  /api/v1/transfers/{id}/summary               referrer doctor nurse team coordinator
            PUT  /api/v1/transfers/{id}/clinical              referrer doctor coordinator
            POST /api/v1/transfers/{id}/urgency               referrer doctor coordinator
            POST /api/v1/transfers/{id}/urgency-endorsement   referrer doctor coordinator
            POST /api/v1/transfers/{id}/routing               referrer doctor coordinator
            POST /api/v1/transfers/{id}/needs                 referrer doctor coordinator
            POST /api/v1/transfers/{id}/team-requests         referrer doctor coordinator
            POST /api/v1/transfers/{id}/team-answers          team
            POST /api/v1/transfers/{id}/readiness             team doctor referrer coordinator
            POST /api/v1/transfers/{id}/diversion             team doctor referrer coordinator
            POST /api/v1/transfers/{id}/end                   referrer doctor team coordinator
            POST /api/v1/transfers/{id}/facts                 referrer doctor nurse team coordinator system
            GET  /api/v1/operations/{service}/parked                coordinator admin
            POST /api/v1/operations/{service}/parked/retry          coordinator admin
            POST /api/v1/operations/{service}/parked/{id}/discard   coordinator admin
            GET  /api/v1/operations/{service}/audit                 admin
            POST /api/v1/operations/{service}/republish             admin
            """;

    private ApiSweep api;

    @BeforeEach
    void read() {
        api = ApiSweep.of(TABLE);
    }

    @Test
    void everyOperationHasItsRow() {
        api.everyOperationHasItsRow();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItFails() {
        api.everyOperationSaysWhatItDoesAndHowItFails();
    }

    @Test
    void nobodyComesInWithoutAToken() {
        api.nobodyComesInWithoutAToken();
    }

    @Test
    void everyRoleIsOnlyLetWhereItBelongs() {
        api.everyRoleIsOnlyLetWhereItBelongs();
    }

    @Test
    void noBrokenBodyLeavesATrace() {
        api.noBrokenBodyLeavesATrace(
                () ->
                        OwnerConnection.value(
                                "select (select count(*) from transfer) || '/' || (select count(*) from timeline)"
                                        + " || '/' || (select count(*) from idempotency)"));
    }

    @Test
    void everyExampleIsUnderstood() {
        api.everyExampleIsUnderstood();
    }
}
