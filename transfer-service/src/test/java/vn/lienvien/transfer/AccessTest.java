package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.transfer.Person.AUTHORITY;
import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.ICU_NURSE;
import static vn.lienvien.transfer.Person.OTHER_TEAM;
import static vn.lienvien.transfer.Person.REFERRER;
import static vn.lienvien.transfer.Person.STRANGER;
import static vn.lienvien.transfer.Person.TEAM;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;

/** Who sees what, at which moment of the journey. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccessTest {

    private final BedService bedService;

    AccessTest(BedService bedService) {
        this.bedService = bedService;
    }

    @Test
    void aStrangerIsAnsweredAsIfNothingWereThere() {
        var there = REFERRER.filed(Cases.agreed());
        var absent = UUID.randomUUID();
        for (var stranger : new Person[] {STRANGER, ICU_DOCTOR, OTHER_TEAM}) {
            for (var path : new String[] {"", "/timeline", "/identity", "/summary"}) {
                assertThat(body(stranger, there, path)).isEqualTo(body(stranger, absent, path));
                stranger.asks().get("/api/v1/transfers/" + there + path).then().statusCode(404);
            }
        }
        var asked = new HashMap<>(Cases.COMMANDS);
        asked.put("facts", Map.of("type", "DIED"));
        asked.forEach(
                (command, body) -> {
                    STRANGER.does(there, command, body).statusCode(404);
                    STRANGER.does(absent, command, body).statusCode(404);
                    COORDINATOR.does(absent, command, body).statusCode(404);
                });
        REFERRER.sees(there).body("state", is("SEEKING"));
    }

    @Test
    void withoutATokenOrRoleThereIsNothing() {
        var id = REFERRER.filed(Cases.agreed());
        RestAssured.given().get("/api/v1/transfers/" + id).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2("not.a.token")
                .get("/api/v1/transfers")
                .then()
                .statusCode(401);
        AUTHORITY.sees(id).statusCode(403);
        AUTHORITY.asks().get("/api/v1/transfers").then().statusCode(403);
        ICU_NURSE.files(Cases.agreed()).statusCode(403).body("code", is("role-required"));
    }

    /** A doctor of one hospital who runs the computers of another is no doctor there. */
    @Test
    void aRoleAtOneHospitalOpensNoPatientOfAnother() {
        var id = REFERRER.filed(Cases.agreed());
        for (var elsewhere : List.of("admin", "authority")) {
            var token =
                    TestTokens.of(
                            "both@invented",
                            TestTokens.membership("ca-mau", List.of("doctor"), null, null),
                            TestTokens.membership(
                                    "soc-trang-covid", List.of(elsewhere), null, null));
            var doctor = new Person(token);

            for (var path : List.of("", "/timeline", "/identity", "/summary")) {
                actingFor("ca-mau", doctor)
                        .get("/api/v1/transfers/" + id + path)
                        .then()
                        .statusCode(404);
            }
            actingFor("ca-mau", doctor)
                    .get("/api/v1/transfers")
                    .then()
                    .statusCode(200)
                    .body("items", is(List.of()));
        }
    }

    private static RequestSpecification actingFor(String organisation, Person person) {
        return person.asks().header("LienVien-Organisation", organisation);
    }

    @Test
    void aCandidateSeesTheCaseButNotThePatient() {
        var id = REFERRER.filed(Cases.searched("U2"));
        bedService.holds(id, 1, BedService.CHO_RAY);
        var candidate = Person.of("doctor", "cho-ray");

        candidate.sees(id).statusCode(200);
        candidate.sees(id, "summary").statusCode(200);
        candidate.sees(id, "identity").statusCode(403).body("code", is("identity-not-open"));
        candidate
                .does(id, "end", Map.of("kind", "CANCELLED", "reason", "x"))
                .statusCode(403)
                .body("code", is("role-required"));
        bedService.saysNotNow(id, 1, BedService.CHO_RAY);
        candidate.sees(id).statusCode(404);
    }

    /** I15: of two that are asked each sees itself, and how the patient is. */
    @Test
    void aCandidateIsToldOfNoOtherHospital() {
        var id = asksTwoAfterAThirdDeclined();
        var candidate = Person.of("doctor", "cho-ray");

        candidate
                .sees(id)
                .body("offers.organisation", is(List.of("cho-ray")))
                .body("offer.unit", is("cho-ray.icu-adult"))
                .body("needs.wishes", is(List.of("cho-ray")))
                .body("team.asked", is(List.of()))
                .body("papers.agreement", nullValue());
        candidate
                .asks()
                .get("/api/v1/transfers")
                .then()
                .body(
                        "items.find { it.id == '" + id + "' }.offers.organisation",
                        is(List.of("cho-ray")));
        var theirs = candidate.sees(id, "timeline").statusCode(200);
        theirs.body(
                        "items.what",
                        is(
                                List.of(
                                        "transfer.requested",
                                        "transfer.needs-changed",
                                        "placement.slot-held",
                                        "placement.offer-opened",
                                        "transfer.reading")))
                .body("items.reason", everyItem(nullValue()))
                .body("items.actor.findAll().unique()", is(List.of("bed-service")))
                .body("items[1].values.after", is(Map.of("crrt", "NO")));
        assertThat(theirs.extract().asString()).doesNotContain("vinh-long", "gia-dinh", "htd-hcmc");

        REFERRER.sees(id).body("offers.size()", is(2)).body("team.asked", is(List.of("htd-hcmc")));
        COORDINATOR.sees(id, "timeline").body("items.size()", is(9));
    }

    @Test
    void theHospitalThatAcceptedIsToldAll() {
        var id = asksTwoAfterAThirdDeclined();
        bedService.confirms(id, 2, BedService.CHO_RAY);

        Person.of("doctor", "cho-ray").sees(id, "timeline").body("items.size()", is(10));
    }

    private UUID asksTwoAfterAThirdDeclined() {
        var wishes = List.of("gia-dinh", "cho-ray");
        var id = REFERRER.filed(Cases.with(Cases.searched("U2"), "wishes", wishes));
        bedService.holds(id, 1, BedService.VINH_LONG);
        bedService.saysNotNow(id, 1, BedService.VINH_LONG);
        REFERRER.does(
                        id,
                        "needs",
                        Map.of("crrt", "NO", "wishes", wishes.reversed(), "reason", "secret"))
                .statusCode(200);
        REFERRER.does(id, "team-requests", Map.of("organisation", "htd-hcmc")).statusCode(200);
        bedService.holds(id, 2, BedService.VINH_LONG);
        bedService.holds(id, 2, BedService.CHO_RAY);
        bedService.opens(id, 2, BedService.CHO_RAY);
        REFERRER.records(id, "READING", Map.of("reason", "secret")).statusCode(200);
        return id;
    }

    @Test
    void identityOpensAtConfirmAndClosesAtWithdrawal() {
        var request = Cases.agreed();
        Cases.patient(request).put("birthDate", "1998-03-14");
        Cases.clinical(request).remove("ageYears");
        var id = REFERRER.filed(request);
        bedService.holds(id, 1, BedService.HTD);
        ICU_DOCTOR.sees(id, "identity").statusCode(403);
        bedService.confirms(id, 1, BedService.HTD);

        ICU_DOCTOR
                .sees(id, "identity")
                .statusCode(200)
                .body("fullName", is("Trần Thị " + Cases.CANARY))
                .body("birthDate", is("1998-03-14"));
        bedService.withdraws(id, 1, BedService.HTD);
        ICU_DOCTOR.sees(id, "identity").statusCode(404);
        assertThat(audited(id)).containsExactly("identity-withheld", "identity-read");
    }

    @Test
    void aNamedHospitalLearnsThePatientWhenItConsults() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.consults(id, 1, BedService.HTD);

        ICU_DOCTOR.sees(id, "identity").statusCode(200);
        COORDINATOR.sees(id, "identity").statusCode(403);
        REFERRER.sees(id, "identity").statusCode(200);
    }

    @Test
    void aTeamLearnsThePatientAtTheBedside() {
        var id = REFERRER.filed(Cases.searched("U0"));
        bedService.asksTeam(id, 1, "htd-hcmc");
        TEAM.sees(id).statusCode(200);
        TEAM.sees(id, "identity").statusCode(403);
        TEAM.records(id, "TEAM_AT_BEDSIDE").statusCode(200);

        TEAM.sees(id, "identity").statusCode(200);
    }

    @Test
    void aTeamThatWasAskedAndDidNotGoLearnsNothingMore() {
        var id = askedTwice();

        OTHER_TEAM.does(id, "team-answers", Map.of("goes", true)).statusCode(200);
        bedService.confirms(id, 1, BedService.VINH_LONG);

        OTHER_TEAM.sees(id, "identity").statusCode(200);
        for (var path : new String[] {"", "/timeline", "/identity", "/summary"}) {
            TEAM.asks().get("/api/v1/transfers/" + id + path).then().statusCode(404);
        }
        TEAM.does(id, "team-answers", Map.of("goes", true))
                .statusCode(409)
                .body("code", is("team-already-going"));
        TEAM.records(id, "READING").statusCode(404);
    }

    @Test
    void aTeamThatSaysNoIsShownNothingMore() {
        var id = askedTwice();

        TEAM.does(id, "team-answers", Map.of("goes", false))
                .statusCode(200)
                .body("id", is(id.toString()))
                .body("state", nullValue());
    }

    /** Until then the part of every team that was asked stayed open. */
    @Test
    void thePartsLeftOpenByAnOlderReleaseAreClosed() {
        var id = askedTwice();
        OTHER_TEAM.records(id, "TEAM_LEFT").statusCode(200);
        OwnerConnection.run(
                "update relation set held_until = null where role = 'TEAM' and transfer_id = '"
                        + id
                        + "'");
        TEAM.sees(id).statusCode(200);

        OwnerConnection.run(Migrations.text("V2__the_team_that_goes.sql"));

        TEAM.sees(id).statusCode(404);
        OTHER_TEAM.sees(id).statusCode(200);
    }

    private UUID askedTwice() {
        var id = REFERRER.filed(Cases.searched("U0"));
        bedService.asksTeam(id, 1, "htd-hcmc");
        bedService.asksTeam(id, 1, "cho-ray");
        return id;
    }

    @Test
    void theHospitalWhereThePatientDiedBeforeTheHandoverSeesHowItEnded() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        REFERRER.does(id, "team-requests", Map.of("organisation", "cho-ray")).statusCode(200);
        REFERRER.records(id, "DEPARTED").statusCode(200);
        ICU_DOCTOR.records(id, "ARRIVED").statusCode(200).body("state", is("ARRIVED"));

        ICU_DOCTOR.records(id, "DIED").statusCode(200).body("ended.kind", is("DIED"));

        ICU_DOCTOR.sees(id).statusCode(200).body("ended.kind", is("DIED"));
        ICU_DOCTOR.sees(id, "timeline").body("items.what", hasItem("team.requested"));
        ICU_DOCTOR.sees(id, "identity").statusCode(403);
    }

    @Test
    void anEntryWrittenOfflineCountsAfterThePartHasEnded() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        var whileAccepted = Instant.now().toString();
        bedService.withdraws(id, 1, BedService.HTD);

        ICU_DOCTOR
                .does(id, "facts", Map.of("type", "READING", "occurredAt", whileAccepted))
                .statusCode(200)
                .body("id", is(id.toString()))
                .body("state", nullValue());
        COORDINATOR.sees(id, "timeline").body("items.what", hasItem("transfer.reading"));
        ICU_DOCTOR.records(id, "READING").statusCode(404);
    }

    /** I15: whether it fits what happened since would tell what happened since. */
    @Test
    void whoeverIsOutIsNotToldHowItWentOn() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        var whileAccepted = Instant.now().toString();
        bedService.withdraws(id, 1, BedService.HTD);
        var reading = Map.of("flowLMin", 0);

        var receipt =
                ICU_DOCTOR
                        .records(
                                id,
                                "READING",
                                Map.of("reading", reading, "occurredAt", whileAccepted))
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(receipt).isEqualTo("{\"id\":\"" + id + "\"}");
        COORDINATOR.sees(id, "timeline").body("items.flags.flatten()", hasItem("CIRCUIT_STOPPED"));
    }

    /** I19: what has happened is refused to nobody with a part, whatever their role. */
    @Test
    void aNurseSaysHowItEndedButDoesNotDecideIt() {
        var nurse = Person.of("nurse", "soc-trang-covid");
        var id = REFERRER.filed(Cases.agreed());

        nurse.does(id, "end", Map.of("kind", "CANCELLED", "reason", "x"))
                .statusCode(403)
                .body("code", is("role-required"));
        nurse.does(id, "end", Map.of("kind", "TAKEN_HOME", "reason", "x"))
                .statusCode(200)
                .body("state", is("ENDED"));
    }

    private static String body(Person who, UUID id, String path) {
        return who.asks()
                .header("X-Request-Id", "the-same-request")
                .get("/api/v1/transfers/" + id + path)
                .asString()
                .replace(id.toString(), "<id>");
    }

    private static List<String> audited(UUID id) {
        return OwnerConnection.column(
                "select action from audit where subject_id = '" + id + "' order by id");
    }
}
