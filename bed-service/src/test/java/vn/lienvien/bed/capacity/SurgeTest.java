package vn.lienvien.bed.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.bed.Duty;
import vn.lienvien.bed.Wards;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** A surge is declared and ended by people, and makes numbers age faster where it is. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SurgeTest {

    private static final String SURGES = "/api/v1/capacity/surges";
    private static final String REASON = "mass poisoning (invented)";
    private static final String HCMC = "Hồ Chí Minh";

    @BeforeEach
    void emptyWards() {
        Wards.none();
    }

    @Test
    void inASurgeNumbersAgeFasterWhereItIsUntilItEnds() {
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("bach-mai.icu-adult", 1);
        OwnerConnection.run(
                "update unit set reported_at = app_now() - interval '100 minutes' where activated");

        var surge = declare(Map.of("province", HCMC, "reason", REASON)).statusCode(201);
        surge.body("province", equalTo(HCMC))
                .body("declaredBy", equalTo("coordinator@soyte-hcm"))
                .body("declaredAt", notNullValue())
                .body("endedAt", nullValue());
        String id = surge.extract().path("id");

        unit("htd-hcmc").body("surge", equalTo(true)).body("freshness", equalTo("OLD"));
        unit("bach-mai").body("surge", equalTo(false)).body("freshness", equalTo("FRESH"));

        end(id, "coordinator")
                .statusCode(200)
                .body("endedAt", notNullValue())
                .body("endReason", equalTo("over"));
        unit("htd-hcmc").body("surge", equalTo(false)).body("freshness", equalTo("FRESH"));
    }

    @Test
    void declaredEverywhereItReachesEveryUnit() {
        Wards.open("bach-mai.icu-adult", 1);

        declare(Map.of("reason", REASON)).statusCode(201).body("province", nullValue());

        unit("bach-mai").body("surge", equalTo(true));
        get("referrer", "soc-trang-covid", SURGES).body("items.reason", contains(REASON));
    }

    @Test
    void aRepeatChangesNothingAndIsToldOnce() {
        Wards.open("htd-hcmc.icu-adult", 1);
        String id = declare(Map.of("province", HCMC, "reason", REASON)).extract().path("id");

        declare(Map.of("province", HCMC, "reason", "again"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("reason", equalTo(REASON));
        end(id, "authority").statusCode(200).body("endedBy", equalTo("authority@soyte-hcm"));
        end(id, "coordinator").statusCode(200).body("endedBy", equalTo("authority@soyte-hcm"));

        assertThat(
                        OwnerConnection.column(
                                "select type || ' ' || (attributes::jsonb ->> 'audience') from outbox where key = '%s' order by sequence"
                                        .formatted(id)))
                .containsExactly(
                        "vn.lienvien.capacity.surge-declared.v1 htd-hcmc,soyte-hcm",
                        "vn.lienvien.capacity.surge-ended.v1 htd-hcmc,soyte-hcm");
        assertThat(
                        OwnerConnection.column(
                                "select action || ' ' || (codes ->> 'province') from audit where subject_id = '%s' order by id"
                                        .formatted(id)))
                .containsExactly("surge-declared ho-chi-minh", "surge-ended ho-chi-minh");
        get("nurse", "htd-hcmc", SURGES).body("items", hasSize(0));
        get("nurse", "htd-hcmc", SURGES + "?all=true").body("items.id", hasItem(id));
        declare(Map.of("province", HCMC, "reason", REASON)).statusCode(201);
    }

    @Test
    void theSameKeyGivesTheSameSurge() {
        var body = Map.of("province", "Huế", "reason", REASON);
        var first = keyed("surge-1", body).statusCode(201).extract().<String>path("id");

        keyed("surge-1", body).statusCode(201).body("id", equalTo(first));
        keyed("surge-1", Map.of("reason", "another")).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "nurse", "referrer", "admin"})
    void nobodyElseDeclaresOrEndsOne(String role) {
        var token = TestTokens.as(role, "htd-hcmc");
        Duty.post(token, SURGES, Map.of("reason", REASON))
                .statusCode(403)
                .body("code", equalTo("role-required"));
        Duty.post(
                        token,
                        SURGES + "/00000000-0000-7000-8000-000000000000/end",
                        Map.of("reason", REASON))
                .statusCode(403);
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsDeclared() {
        declare(Map.of("province", "Sài Gòn", "reason", REASON))
                .statusCode(422)
                .body("violations.field", contains("province"));
        declare(Map.of("province", "", "reason", REASON)).statusCode(422);
        declare(Map.of("reason", " ")).statusCode(422);
        declare(Map.of("reason", "r".repeat(501))).statusCode(422);
        declare(Map.of()).statusCode(422);
        end("00000000-0000-7000-8000-000000000000", "coordinator").statusCode(404);
        end("nothing", "coordinator").statusCode(404);
        given().get(SURGES).then().statusCode(401);

        assertThat(OwnerConnection.value("select count(*) from surge")).isEqualTo("0");
    }

    private static ValidatableResponse declare(Map<String, ?> body) {
        return Duty.post(TestTokens.as("coordinator", "soyte-hcm"), SURGES, body);
    }

    private static ValidatableResponse keyed(String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(SURGES)
                .then();
    }

    private static ValidatableResponse end(String id, String role) {
        return Duty.post(
                TestTokens.as(role, "soyte-hcm"),
                SURGES + "/" + id + "/end",
                Map.of("reason", "over"));
    }

    private static ValidatableResponse unit(String hospital) {
        return get("authority", "soyte-hcm", "/api/v1/units/" + hospital + ".icu-adult");
    }

    private static ValidatableResponse get(String role, String organisation, String path) {
        return given().auth().oauth2(TestTokens.as(role, organisation)).get(path).then();
    }
}
