package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.ELSEWHERE;
import static vn.lienvien.transfer.Person.REFERRER;
import static vn.lienvien.transfer.Person.STRANGER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** A request is filed, read, listed, and filed only once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FilingTest {

    @Test
    void aRequestIsAnsweredWithTheTransfer() {
        var request = Cases.agreed();

        REFERRER.files(request)
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/transfers/[0-9a-f-]{36}"))
                .header("ETag", "\"1\"")
                .body("caseCode", matchesPattern("[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}"))
                .body("state", is("SEEKING"))
                .body("attempt", is(1))
                .body("origin", is("soc-trang-covid"))
                .body("routing", is("AGREED"))
                .body("urgency", is("U2"))
                .body("endorsed", is(false))
                .body("automation", is("RUNNING"))
                .body("team.state", is("NONE"))
                .body("diversion", is("NONE"))
                .body("clinical.ecmo.pumpRpm", is(3400))
                .body("needs.ageGroup", is("ADULT"))
                .body("papers.agreement.agreedBy", hasSize(2))
                .body("ended", nullValue());
    }

    @Test
    void theRequestIsAnnouncedToTheOriginWithoutIdentity() {
        var id = REFERRER.filed(Cases.agreed());

        assertThat(
                        OwnerConnection.column(
                                "select type || ' ' || (attributes::text like '%soc-trang-covid%') || ' ' ||"
                                        + " (convert_from(payload, 'UTF8') like '%Canary%') from outbox where key = '"
                                        + id
                                        + "'"))
                .containsExactly("vn.lienvien.transfer.requested.v1 true false");
    }

    @Test
    void theSameKeyFilesOnce() {
        var request = Cases.agreed();
        var first =
                REFERRER.asks()
                        .header("Idempotency-Key", "filing-1")
                        .body(request)
                        .post("/api/v1/transfers")
                        .then()
                        .statusCode(201)
                        .extract();

        REFERRER.asks()
                .header("Idempotency-Key", "filing-1")
                .body(request)
                .post("/api/v1/transfers")
                .then()
                .statusCode(201)
                .body("id", equalTo(first.path("id")))
                .body("caseCode", equalTo(first.path("caseCode")));
        REFERRER.asks()
                .header("Idempotency-Key", "filing-1")
                .body(Cases.with(request, "urgency", "U1"))
                .post("/api/v1/transfers")
                .then()
                .statusCode(422)
                .body("code", is("idempotency-key-reused"));
    }

    @Test
    void aRepeatHasTheFirstAnswerThoughItWouldBeRefusedByNow() {
        var request = Cases.agreed();
        var first = filedWithKey("filing-2", request).statusCode(201).extract();

        DatabaseTime.at(Instant.parse("2020-01-01T00:00:00Z"));
        try {
            filedWithKey("filing-2", request).statusCode(201).body("id", equalTo(first.path("id")));
            filedWithKey("filing-3", request).statusCode(422);
        } finally {
            DatabaseTime.asItIs();
        }
    }

    private static ValidatableResponse filedWithKey(String key, Map<String, Object> request) {
        return REFERRER.asks()
                .header("Idempotency-Key", key)
                .body(request)
                .post("/api/v1/transfers")
                .then();
    }

    @Test
    void anotherRequestForTheSamePatientIsLinkedForTheOwnHospital() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);

        REFERRER.files(Cases.with(request, "urgency", "U1"))
                .statusCode(409)
                .body("code", is("same-patient"))
                .body("transfers", hasItem("/api/v1/transfers/" + id));
    }

    @Test
    void whoHasACardOfTenDigitsIsTheOneWithTheLongNumber() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var again = Cases.agreed();
        var card = (String) Cases.patient(request).get("insuranceNumber");
        Cases.patient(again).put("insuranceNumber", card.substring(5));

        REFERRER.files(again).statusCode(409).body("transfers", hasItem("/api/v1/transfers/" + id));
    }

    @Test
    void aPhoneThatRunsAheadAsksForNothingBeforeItsTime() {
        var ahead = Instant.now().plusSeconds(55);
        var id = REFERRER.filed(Cases.with(Cases.agreed(), "occurredAt", ahead.toString()));

        String requested = REFERRER.sees(id).extract().path("milestones.requested");
        assertThat(Instant.parse(requested)).isBefore(ahead);
    }

    @Test
    void anotherHospitalIsToldToCallTheCoordinatorAndNothingElse() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var moved = Cases.patient(request);
        moved.put("localId", "VP-1");

        var body =
                ELSEWHERE
                        .files(request)
                        .statusCode(409)
                        .body("code", is("same-patient-elsewhere"))
                        .body("transfers", nullValue())
                        .extract()
                        .asString();
        assertThat(body).doesNotContain(id.toString()).doesNotContain("soc-trang");
        COORDINATOR
                .files(Cases.with(request, "origin", "vinh-phuc"))
                .statusCode(409)
                .body("transfers", hasItem("/api/v1/transfers/" + id));
    }

    @Test
    void aCoordinatorFilesForTheHospitalThatSends() {
        var request = Cases.with(Cases.searched("U1"), "origin", "vinh-phuc");
        var id = COORDINATOR.filed(request);

        ELSEWHERE
                .sees(id)
                .statusCode(200)
                .body("origin", is("vinh-phuc"))
                .body("endorsed", is(true));
        ELSEWHERE.does(id, "urgency", Map.of("urgency", "U0", "reason", "CPR")).statusCode(200);
        ELSEWHERE.sees(id, "identity").statusCode(200);
        COORDINATOR.sees(id, "identity").statusCode(403);
        ELSEWHERE
                .sees(id, "timeline")
                .body("items[0].organisation", is("soyte-hcm"))
                .body("items[0].role", is("coordinator"));
        assertThat(
                        OwnerConnection.column(
                                "select convert_from(payload, 'UTF8')::jsonb -> 'transfer' ->> 'origin' || ' ' ||"
                                        + " (attributes::text like '%vinh-phuc%') from outbox where key = '"
                                        + id
                                        + "' and type like '%requested%'"))
                .containsExactly("vinh-phuc true");
        ELSEWHERE
                .files(Cases.with(request, "origin", null))
                .statusCode(409)
                .body("code", is("same-patient"));
    }

    @Test
    void onlyACoordinatorFilesForAnotherHospitalAndSaysForWhich() {
        COORDINATOR
                .files(Cases.searched("U1"))
                .statusCode(422)
                .body("violations.field", is(List.of("origin")))
                .body("violations.code", is(List.of("required")));
        REFERRER.files(Cases.with(Cases.searched("U1"), "origin", "vinh-phuc"))
                .statusCode(422)
                .body("violations.field", is(List.of("origin")))
                .body("violations.code", is(List.of("coordinators-only")));
    }

    @Test
    void theLocalNumberOfAnotherHospitalIsSomebodyElse() {
        var request = Cases.agreed();
        REFERRER.filed(request);
        var other = Cases.agreed();
        Cases.patient(other).put("localId", Cases.patient(request).get("localId"));

        ELSEWHERE.files(other).statusCode(201);
    }

    @Test
    void aPatientWhoseTransferEndedCanBeAskedForAgain() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        REFERRER.does(id, "end", Map.of("kind", "CANCELLED", "reason", "typed twice"))
                .statusCode(200)
                .body("state", is("ENDED"))
                .body("ended.kind", is("CANCELLED"));

        REFERRER.files(request).statusCode(201);
    }

    @Test
    void listsShowOnesOwnAndPageByCursor() {
        for (int i = 0; i < 3; i++) {
            ELSEWHERE.filed(Cases.searched("U3"));
        }
        var page =
                ELSEWHERE
                        .asks()
                        .get("/api/v1/transfers?urgency=U3&limit=2&state=SEEKING&origin=vinh-phuc")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items.origin", everyItem(is("vinh-phuc")))
                        .body("items[0].clinical", nullValue())
                        .extract();
        String cursor = page.path("nextCursor");
        String last = page.path("items[1].id");

        ELSEWHERE
                .asks()
                .get("/api/v1/transfers?urgency=U3&limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(last)))
                .body("nextCursor", nullValue());
        STRANGER.asks().get("/api/v1/transfers").then().statusCode(200).body("items", hasSize(0));
        COORDINATOR
                .asks()
                .get("/api/v1/transfers?origin=vinh-phuc&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void aCaseIsFoundByItsCodeByWhoeverHasAPartInIt() {
        var filed = REFERRER.files(Cases.searched("U3")).statusCode(201).extract();
        REFERRER.filed(Cases.searched("U3"));
        String code = filed.path("caseCode");
        String id = filed.path("id");
        for (var reader : List.of(REFERRER, COORDINATOR)) {
            reader.asks()
                    .get("/api/v1/transfers?caseCode=" + code.toLowerCase(Locale.ROOT))
                    .then()
                    .statusCode(200)
                    .body("items.id", is(List.of(id)));
        }
        STRANGER.asks()
                .get("/api/v1/transfers?caseCode=" + code)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void theLiveOnesAreListedAlone() {
        var lives = REFERRER.filed(Cases.searched("U3")).toString();
        var over = REFERRER.filed(Cases.searched("U3"));
        REFERRER.does(over, "end", Map.of("kind", "CANCELLED", "reason", "typed twice"));
        REFERRER.asks()
                .get("/api/v1/transfers?live=true&limit=100")
                .then()
                .body("items.id", hasItem(lives))
                .body("items.id", not(hasItem(over.toString())));
        REFERRER.asks()
                .get("/api/v1/transfers?live=false&limit=100")
                .then()
                .body("items.id", hasItem(over.toString()))
                .body("items.state", everyItem(is("ENDED")));
        STRANGER.asks().get("/api/v1/transfers?live=true").then().body("items", hasSize(0));
    }

    @Test
    void anUnknownFilterOrCursorIsRefused() {
        for (var query :
                new String[] {
                    "state=LOST",
                    "urgency=U9",
                    "cursor=%21",
                    "cursor=abc",
                    "limit=0",
                    "limit=101",
                    "live=yes",
                    "caseCode=ABC"
                }) {
            REFERRER.asks().get("/api/v1/transfers?" + query).then().statusCode(422);
        }
    }
}
