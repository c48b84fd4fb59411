package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.transfer.Person.COORDINATOR;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.OTHER_TEAM;
import static vn.lienvien.transfer.Person.REFERRER;
import static vn.lienvien.transfer.Person.SECOND_DOCTOR;
import static vn.lienvien.transfer.Person.TEAM;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** Journeys over REST, with bed-service's part said by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JourneyTest {

    private final BedService bedService;

    JourneyTest(BedService bedService) {
        this.bedService = bedService;
    }

    @Test
    void socTrangToHtd() {
        var asked = Instant.now().minusSeconds(8 * 3600);
        var id = REFERRER.filed(Cases.with(Cases.agreed(), "occurredAt", asked.toString()));
        REFERRER.records(
                        id,
                        "TEAM_AT_BEDSIDE",
                        Map.of("organisation", "htd-hcmc", "occurredAt", at(asked, 3)))
                .statusCode(200)
                .body("team.state", is("AT_BEDSIDE"))
                .body("team.organisation", is("htd-hcmc"));
        bedService.holds(id, 1, BedService.HTD);
        bedService.opens(id, 1, BedService.HTD);
        ICU_DOCTOR
                .sees(id)
                .statusCode(200)
                .body("state", is("OFFERED"))
                .body("offer.opened", is(true));
        bedService.confirms(id, 1, BedService.HTD);
        ICU_DOCTOR
                .sees(id)
                .body("state", is("ACCEPTED"))
                .body("destination.unit", is("htd-hcmc.icu-adult"))
                .body("destination.slotId", is(BedService.HTD.slotId().toString()));
        TEAM.does(id, "readiness", Map.of("occurredAt", at(asked, 70)))
                .statusCode(200)
                .body("state", is("READY"));
        TEAM.records(id, "DEPARTED", Map.of("occurredAt", at(asked, 85)))
                .statusCode(200)
                .body("state", is("IN_TRANSIT"))
                .body("diversion", is("NONE"))
                .body("flag", nullValue());
        TEAM.records(
                        id,
                        "READING",
                        Map.of(
                                "occurredAt",
                                at(asked, 240),
                                "reading",
                                Map.of("flowLMin", 4.4, "batteryPercent", 96)))
                .statusCode(200)
                .body("state", is("IN_TRANSIT"));
        TEAM.records(
                        id,
                        "ARRIVED",
                        Map.of(
                                "unit",
                                "htd-hcmc.icu-adult",
                                "organisation",
                                "htd-hcmc",
                                "occurredAt",
                                at(asked, 405)))
                .statusCode(200)
                .body("state", is("ARRIVED"));
        bedService.occupies(id, 1);
        ICU_DOCTOR
                .records(id, "HANDED_OVER", Map.of("occurredAt", at(asked, 432)))
                .statusCode(200)
                .body("state", is("HANDED_OVER"))
                .body("milestones.departed", is(at(asked, 85)));
        ICU_DOCTOR
                .records(id, "OUTCOME", Map.of("outcome", "WEANED"))
                .statusCode(200)
                .body("outcome", is("WEANED"));

        ICU_DOCTOR
                .sees(id, "timeline")
                .statusCode(200)
                .body(
                        "items.what",
                        hasItems(
                                "transfer.requested",
                                "team.at-bedside",
                                "placement.slot-held",
                                "placement.slot-confirmed",
                                "transfer.ready",
                                "transfer.departed",
                                "transfer.reading",
                                "transfer.arrived",
                                "placement.slot-occupied",
                                "transfer.handed-over",
                                "transfer.outcome-recorded"))
                .body("items.find { it.what == 'transfer.reading' }.values.flowLMin", is(4.4f))
                .body("items.find { it.what == 'transfer.departed' }.role", is("team"))
                .body("stageTimes.find { it.from == 'departed' }.seconds", is(320 * 60))
                .body("items.sequence", is(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)));
        assertThat(events(id))
                .containsExactly(
                        "requested",
                        "team-moved",
                        "ready",
                        "departed",
                        "arrived",
                        "handed-over",
                        "outcome-recorded");
    }

    @Test
    void aDepartureBeforeAnybodyAcceptedIsRecordedAndAPlaceIsSoughtOnTheRoad() {
        var id = REFERRER.filed(Cases.searched("U1"));

        REFERRER.records(id, "DEPARTED")
                .statusCode(200)
                .body("state", is("IN_TRANSIT"))
                .body("diversion", is("SEEKING"))
                .body("flag", is("DEPARTED_BEFORE_ACCEPTED"));
        bedService.holds(id, 1, BedService.CHO_RAY);
        REFERRER.sees(id).body("diversion", is("OFFERED"));
        bedService.confirms(id, 1, BedService.CHO_RAY);
        REFERRER.sees(id)
                .body("diversion", is("NONE"))
                .body("destination.organisation", is("cho-ray"));
        assertThat(events(id)).contains("fact-contradicted");
    }

    @Test
    void aWithdrawalSeeksAnewInTheNextAttempt() {
        var id = accepted();

        bedService.withdraws(id, 1, BedService.HTD);

        REFERRER.sees(id).body("state", is("SEEKING")).body("attempt", is(2));
        bedService.confirms(id, 1, BedService.HTD);
        REFERRER.sees(id).body("state", is("SEEKING"));
        REFERRER.sees(id, "timeline").body("items.flag", hasItem("STALE"));
        assertThat(events(id)).containsExactly("requested", "placement-sought");
    }

    @Test
    void aPlaceGivenUpByACoordinatorIsSoughtOnlyWhenAPersonSaysSo() {
        var waiting = accepted();
        var travelling = onTheRoad();

        bedService.gaveUp(waiting, 1, BedService.HTD);
        bedService.gaveUp(travelling, 1, BedService.HTD);

        REFERRER.sees(waiting).body("state", is("SEEKING"));
        REFERRER.sees(travelling)
                .body("state", is("IN_TRANSIT"))
                .body("diversion", is("SEEKING"))
                .body("destination", nullValue());
        for (var id : List.of(waiting, travelling)) {
            REFERRER.sees(id)
                    .body("attempt", is(1))
                    .body("automation", is("PAUSED"))
                    .body("automationReason", is("BY_COORDINATOR"));
            ICU_DOCTOR.sees(id, "identity").statusCode(404);
            assertThat(events(id)).doesNotContain("placement-sought");
            REFERRER.does(id, "routing", Map.of("routing", "SEARCH"))
                    .statusCode(200)
                    .body("attempt", is(2))
                    .body("automation", is("RUNNING"));
        }
    }

    @Test
    void endingBeatsAConfirmationUnderWay() {
        var id = REFERRER.filed(Cases.agreed());
        REFERRER.does(id, "end", Map.of("kind", "STOOD_DOWN_IMPROVED", "reason", "better"))
                .statusCode(200);

        bedService.confirms(id, 1, BedService.HTD);

        REFERRER.sees(id).body("state", is("ENDED")).body("destination", nullValue());
        assertThat(events(id)).containsExactly("requested", "ended", "fact-contradicted");
    }

    @Test
    void anEndedTransferThatAFactRevivesIsAgainTheOneForItsPatient() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        REFERRER.does(id, "end", Map.of("kind", "CANCELLED", "reason", "x")).statusCode(200);

        REFERRER.records(id, "DEPARTED").statusCode(200).body("flag", is("DEPARTED_AFTER_END"));

        REFERRER.files(request)
                .statusCode(409)
                .body("code", is("same-patient"))
                .body("transfers", is(List.of("/api/v1/transfers/" + id)));
        REFERRER.does(id, "end", Map.of("kind", "TAKEN_HOME", "reason", "x")).statusCode(200);
        REFERRER.files(request).statusCode(201);
    }

    @Test
    void anOutcomeEnteredLateDoesNotReplaceALaterOne() {
        var id = handedOver();
        var home = Instant.now();

        outcome(id, "DISCHARGED_ALIVE", home).body("outcome", is("DISCHARGED_ALIVE"));
        outcome(id, "WEANED", home.minusSeconds(60)).body("outcome", is("DISCHARGED_ALIVE"));

        REFERRER.sees(id, "timeline")
                .body("items.values.outcome.findAll()", is(List.of("DISCHARGED_ALIVE", "WEANED")));
        assertThat(events(id)).filteredOn("outcome-recorded"::equals).hasSize(1);
    }

    /** Until then an outcome was kept without its time. */
    @Test
    void theTimeOfAnOlderReleasesOutcomeIsReadFromTheTimeline() {
        var id = handedOver();
        var home = Instant.now();
        outcome(id, "DISCHARGED_ALIVE", home);
        OwnerConnection.run(
                "update transfer set journey = journey #- '{chronicle,outcomeAt}' where id = '"
                        + id
                        + "'");

        OwnerConnection.run(Migrations.text("V3__time_of_the_outcome.sql"));

        outcome(id, "WEANED", home.minusSeconds(60)).body("outcome", is("DISCHARGED_ALIVE"));
    }

    @Test
    void deathIsAFactWhereverItHappens() {
        var id = onTheRoad();

        TEAM.does(id, "end", Map.of("kind", "DIED", "reason", "asystole"))
                .statusCode(200)
                .body("state", is("ENDED"))
                .body("ended.kind", is("DIED"));
        TEAM.records(id, "ARRIVED").statusCode(200).body("flag", is("LIVE_AFTER_DEATH"));
    }

    @Test
    void anAmbulanceTurnsBackWithItsPlaceKept() {
        var id = onTheRoad();

        TEAM.records(id, "TURNED_BACK").statusCode(200).body("state", is("ACCEPTED"));
        TEAM.records(id, "TURNED_BACK", Map.of("keepsPlace", false))
                .statusCode(200)
                .body("id", is(id.toString()));
        REFERRER.sees(id).body("state", is("SEEKING")).body("attempt", is(2));
    }

    @Test
    void anEmergencyStopAndADiversion() {
        var id = onTheRoad();

        TEAM.records(id, "EMERGENCY_STOP", Map.of("organisation", "vinh-long"))
                .statusCode(200)
                .body("state", is("IN_TRANSIT"))
                .body("stoppedAt", is("vinh-long"));
        Person.of("doctor", "vinh-long").sees(id).statusCode(200);
        TEAM.does(
                        id,
                        "diversion",
                        Map.of("routing", "ASK", "organisation", "cho-ray", "reason", "oxygenator"))
                .statusCode(200)
                .body("diversion", is("SEEKING"))
                .body("attempt", is(2))
                .body("destination.organisation", is("htd-hcmc"));
    }

    @Test
    void urgencyIsEndorsedBySomebodyElse() {
        var id = REFERRER.filed(Cases.searched("U2"));
        REFERRER.does(id, "urgency", Map.of("urgency", "U0", "reason", "CPR"))
                .statusCode(200)
                .body("urgency", is("U0"))
                .body("endorsed", is(false));
        REFERRER.does(id, "urgency-endorsement", Map.of())
                .statusCode(409)
                .body("code", is("own-urgency"));

        SECOND_DOCTOR
                .does(id, "urgency-endorsement", Map.of())
                .statusCode(200)
                .body("endorsed", is(true));
        COORDINATOR
                .does(id, "urgency", Map.of("urgency", "U1", "reason", "ROSC"))
                .statusCode(200)
                .body("endorsed", is(true));
    }

    @Test
    void theTeamIsAskedAnswersAndGoes() {
        var id = REFERRER.filed(Cases.searched("U1"));
        REFERRER.does(id, "team-requests", Map.of("organisation", "htd-hcmc"))
                .statusCode(200)
                .body("team.state", is("ASKED"));
        TEAM.does(id, "team-answers", Map.of("goes", true))
                .statusCode(200)
                .body("team.goes", is(true));
        TEAM.records(id, "TEAM_LEFT").body("team.state", is("ON_THE_WAY"));
        TEAM.records(id, "TEAM_AT_BEDSIDE").body("team.state", is("AT_BEDSIDE"));
        TEAM.records(id, "CANNULATED").body("team.state", is("CANNULATED"));
        TEAM.records(id, "TEAM_STAYING").body("team.state", is("STAYING"));

        assertThat(events(id))
                .containsExactly(
                        "requested",
                        "team-requested",
                        "team-answered",
                        "team-moved",
                        "team-moved",
                        "team-moved",
                        "team-moved");
    }

    @Test
    void whoSeesTheTeamComeTellsOfTheOneThatGoes() {
        var id = REFERRER.filed(Cases.searched("U0"));
        bedService.asksTeam(id, 1, "htd-hcmc");
        TEAM.does(id, "team-answers", Map.of("goes", true)).statusCode(200);

        REFERRER.records(id, "TEAM_AT_BEDSIDE")
                .statusCode(200)
                .body("team.organisation", is("htd-hcmc"));
        TEAM.sees(id, "identity").statusCode(200);
    }

    @Test
    void aHandoverToldByBothSidesContradictsNothing() {
        var id = handedOver();

        REFERRER.records(id, "HANDED_OVER").statusCode(200).body("flag", nullValue());
    }

    @Test
    void aTeamAskedByBedServiceCanSayNo() {
        var id = REFERRER.filed(Cases.searched("U0"));
        bedService.asksTeam(id, 1, "htd-hcmc");

        TEAM.does(id, "team-answers", Map.of("goes", false, "reason", "both out")).statusCode(200);

        TEAM.sees(id).statusCode(404);
        REFERRER.sees(id).body("team.state", is("NONE"));
    }

    @Test
    void aTeamThatBreaksDownOnTheWayIsReplaced() {
        var id = REFERRER.filed(Cases.searched("U0"));
        bedService.asksTeam(id, 1, "cho-ray");
        bedService.asksTeam(id, 1, "htd-hcmc");
        TEAM.does(id, "team-answers", Map.of("goes", true)).statusCode(200);
        TEAM.records(id, "TEAM_LEFT").statusCode(200);
        OTHER_TEAM.sees(id).statusCode(404);

        TEAM.does(id, "team-answers", Map.of("goes", false, "reason", "engine"))
                .statusCode(200)
                .body("id", is(id.toString()));

        TEAM.sees(id).statusCode(404);
        OTHER_TEAM.sees(id).body("team.state", is("ASKED")).body("team.goes", is(false));
        OTHER_TEAM.records(id, "TEAM_LEFT").body("team.organisation", is("cho-ray"));
        COORDINATOR
                .records(id, "TEAM_TURNED_BACK", Map.of("reason", "told on the phone"))
                .statusCode(200)
                .body("team.state", is("NONE"))
                .body("milestones.teamLeft", nullValue());
        assertThat(events(id))
                .containsExactly(
                        "requested",
                        "team-answered",
                        "team-moved",
                        "team-answered",
                        "team-moved",
                        "team-answered");
        REFERRER.does(id, "team-requests", Map.of("organisation", "gia-dinh"))
                .statusCode(200)
                .body("team.organisation", is("gia-dinh"));
    }

    @Test
    void routingAndNeedsAskAnew() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);

        REFERRER.does(
                        id,
                        "routing",
                        Map.of("routing", "ASK", "organisation", "cho-ray", "reason", "HTD full"))
                .statusCode(200)
                .body("state", is("SEEKING"))
                .body("attempt", is(2))
                .body("routing", is("ASK"));
        ICU_DOCTOR.sees(id).statusCode(404);
        REFERRER.does(
                        id,
                        "needs",
                        Map.of("ecmoMode", "VA", "reason", "shock", "wishes", List.of("gia-dinh")))
                .statusCode(200)
                .body("attempt", is(3))
                .body("needs.ecmoMode", is("VA"))
                .body("needs.crrt", is("YES"))
                .body("needs.wishes", is(List.of("gia-dinh")));
    }

    @Test
    void anAgreementEnteredLateIsKeptWithThePapers() {
        var id = REFERRER.filed(Cases.searched("U1"));
        REFERRER.does(id, "routing", Map.of("routing", "AGREED", "agreement", agreement("Dr Ha")))
                .statusCode(200)
                .body("routing", is("AGREED"))
                .body("attempt", is(2))
                .body("papers.agreement.agreedBy", is(List.of("Dr Ha")))
                .body("papers.agreement.channel", is("PHONE"))
                .body("papers.reason", is("1b"));

        REFERRER.does(id, "routing", Map.of("routing", "AGREED", "agreement", agreement("Dr Binh")))
                .statusCode(200)
                .body("attempt", is(2))
                .body("papers.agreement.agreedBy", is(List.of("Dr Binh")));
        REFERRER.does(id, "routing", Map.of("routing", "AGREED", "agreement", agreement("Dr Binh")))
                .statusCode(200);
        REFERRER.sees(id, "timeline")
                .body(
                        "items.findAll { it.what == 'transfer.routing-changed' }.values.agreement.agreedBy",
                        is(List.of(List.of("Dr Ha"), List.of("Dr Binh"))));
    }

    @Test
    void anAgreementIsEnteredEvenOnTheRoad() {
        var id = onTheRoad();

        TEAM.does(
                        id,
                        "diversion",
                        Map.of(
                                "routing",
                                "AGREED",
                                "agreement",
                                agreement("Dr Ha"),
                                "reason",
                                "closer"))
                .statusCode(200)
                .body("papers.agreement.agreedBy", is(List.of("Dr Ha")));
    }

    @Test
    void aRefusedAgreementLeavesThePapersAlone() {
        var id = REFERRER.filed(Cases.agreed());

        COORDINATOR
                .does(
                        id,
                        "diversion",
                        Map.of("routing", "AGREED", "agreement", agreement("Dr Ha"), "reason", "x"))
                .statusCode(409)
                .body("code", is("not-in-transit"));
        REFERRER.sees(id)
                .body(
                        "papers.agreement.agreedBy",
                        is(List.of("Dr An (invented)", "Dr Ha (invented)")));
    }

    private static Map<String, Object> agreement(String by) {
        return Map.of(
                "organisation",
                "cho-ray",
                "agreedBy",
                List.of(by),
                "at",
                "2021-11-08T12:00:00+07:00",
                "channel",
                "PHONE");
    }

    @Test
    void theTimelineSaysWhatChanged() {
        var id = onTheRoad();
        REFERRER.does(id, "needs", Map.of("ecmoMode", "VA", "reason", "shock")).statusCode(200);
        REFERRER.asks()
                .header("If-Match", "\"1\"")
                .body(Map.of("clinical", Cases.clinical(Cases.agreed())))
                .put("/api/v1/transfers/" + id + "/clinical")
                .then()
                .statusCode(200);
        TEAM.does(
                        id,
                        "diversion",
                        Map.of("routing", "ASK", "organisation", "cho-ray", "reason", "x"))
                .statusCode(200);
        TEAM.records(id, "TURNED_BACK", Map.of("keepsPlace", true)).statusCode(200);

        var values = REFERRER.sees(id, "timeline");

        values.body(valuesOf("transfer.needs-changed") + ".before", is(Map.of("ecmoMode", "VV")))
                .body(valuesOf("transfer.needs-changed") + ".after", is(Map.of("ecmoMode", "VA")))
                .body(valuesOf("transfer.clinical-amended") + ".version", is(2))
                .body(valuesOf("transfer.diversion-sought") + ".organisation", is("cho-ray"))
                .body(valuesOf("transfer.turned-back") + ".keepsPlace", is(true));
    }

    private static String valuesOf(String what) {
        return "items.find { it.what == '" + what + "' }.values";
    }

    @Test
    void readinessAgainstTheChecklistWantsAReasonAndIsAudited() {
        var id = accepted();

        TEAM.does(id, "readiness", Map.of("overrideReason", "battery 75 %, inverter tested"))
                .statusCode(200)
                .body("state", is("READY"));

        assertThat(
                        OwnerConnection.column(
                                "select action from audit where subject_id = '" + id + "'"))
                .contains("stepped-in");
    }

    @Test
    void commandsAreEnteredLateButNeverAhead() {
        var id = accepted();
        var ahead = Map.of("occurredAt", Instant.now().plusSeconds(3600).toString());

        TEAM.does(id, "readiness", ahead).statusCode(422).body("code", is("dated-ahead"));
        TEAM.sees(id).body("state", is("ACCEPTED"));
        TEAM.records(id, "DEPARTED", ahead)
                .statusCode(200)
                .body("state", is("IN_TRANSIT"))
                .body("flags", hasItems("LEFT_BEFORE_GATE", "CLOCK_AHEAD"));
        assertThat(
                        OwnerConnection.column(
                                "select distinct occurred_at <= recorded_at from outbox where key = '"
                                        + id
                                        + "'"))
                .containsExactly("t");
    }

    @Test
    void readingsAreKeptAndFlaggedAndOnlyACircuitThatStandsStillIsTold() {
        var id = onTheRoad();

        reads(id, Map.of("flowLMin", 4.4, "batteryPercent", 96, "fio2", 60, "drops", 7))
                .body("flag", nullValue());
        reads(id, Map.of("spo2Percent", 71, "flowLMin", 1.5, "ph", 7.3))
                .body("flags", is(List.of("UNUSUAL_READING")));
        assertThat(events(id)).doesNotContain("circuit-stopped");
        reads(id, Map.of("flowLMin", 0, "pumpRpm", 99999))
                .body("flags", is(List.of("CIRCUIT_STOPPED")));
        reads(id, Map.of("sweepLMin", 0)).body("flag", nullValue());

        assertThat(events(id)).endsWith("circuit-stopped");
        TEAM.sees(id, "timeline")
                .body(
                        "items.findAll { it.what == 'transfer.reading' }.values.unusual",
                        is(
                                Arrays.asList(
                                        null,
                                        List.of("flowLMin", "spo2Percent"),
                                        List.of("flowLMin", "pumpRpm"),
                                        null)));
    }

    @Test
    void noGasIsNoCircuitWhereBloodGoesIntoAnArtery() {
        var request =
                Cases.clinically(Cases.agreed(), "ecmo", Map.of("mode", "VAV", "sweepLMin", 3));
        var id = REFERRER.filed(request);
        REFERRER.records(id, "DEPARTED").statusCode(200);

        REFERRER.records(id, "READING", Map.of("reading", Map.of("sweepLMin", 0)))
                .statusCode(200)
                .body("flags", is(List.of("CIRCUIT_STOPPED")));
    }

    private static ValidatableResponse reads(UUID id, Map<String, ?> values) {
        return TEAM.records(id, "READING", Map.of("reading", values)).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:03:00Z, OUT_OF_ORDER",
        "3000-01-01T00:00:00Z, CLOCK_AHEAD",
        "-999999999-01-01T00:00:00Z, OUT_OF_ORDER",
        "+999999999-12-31T23:59:59Z, CLOCK_AHEAD"
    })
    void noClockRefusesAFact(String said, String flag) {
        var id = accepted();
        TEAM.does(id, "readiness", Map.of()).statusCode(200);

        TEAM.records(id, "DEPARTED", Map.of("occurredAt", said))
                .statusCode(200)
                .body("state", is("IN_TRANSIT"))
                .body("flags", is(List.of(flag)));
        TEAM.does(id, "end", Map.of("kind", "DIED", "reason", "x", "occurredAt", said))
                .statusCode(200)
                .body("state", is("ENDED"));
        assertThat(
                        OwnerConnection.column(
                                "select (occurred_at > now() - interval '1 hour' and occurred_at <= now())::text"
                                        + " from outbox where key = '"
                                        + id
                                        + "' and type like '%departed%'"))
                .containsExactly("true");
    }

    @Test
    void aRefusedCommandIsRefusedAgainUnderItsKeyAndChangesNothing() {
        var id = REFERRER.filed(Cases.agreed());
        var before =
                OwnerConnection.value("select journey::text from transfer where id = '" + id + "'");
        for (int i = 0; i < 2; i++) {
            REFERRER.asks()
                    .header("Idempotency-Key", "ready-1")
                    .body(Map.of())
                    .post("/api/v1/transfers/" + id + "/readiness")
                    .then()
                    .statusCode(409)
                    .body("code", is("not-accepted"))
                    .body("type", is("/problems/not-accepted"));
        }
        assertThat(
                        OwnerConnection.value(
                                "select journey::text from transfer where id = '" + id + "'"))
                .isEqualTo(before);
        assertThat(events(id)).containsExactly("requested");
    }

    @Test
    void oneKeyRecordsOnce() {
        var id = onTheRoad();
        for (int i = 0; i < 2; i++) {
            TEAM.asks()
                    .header("Idempotency-Key", "reading-1")
                    .body(Map.of("type", "READING", "reading", Map.of("flowLMin", 4)))
                    .post("/api/v1/transfers/" + id + "/facts")
                    .then()
                    .statusCode(200);
        }
        TEAM.sees(id, "timeline")
                .body("items.findAll { it.what == 'transfer.reading' }.size()", is(1));
    }

    @Test
    void everyRefusalIsSaidInBothLanguages() {
        var id = REFERRER.filed(Cases.agreed());

        REFERRER.asks()
                .header("Accept-Language", "vi-VN,en;q=0.5")
                .body(Map.of("routing", "SEARCH", "reason", "x"))
                .post("/api/v1/transfers/" + id + "/diversion")
                .then()
                .statusCode(409)
                .body("title", is("Chưa ở trên đường"));
        REFERRER.does(id, "diversion", Map.of("routing", "SEARCH", "reason", "x"))
                .body("title", is("Not on the road"));
    }

    @Test
    void aConsultationStopsNothingElse() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);
        bedService.consults(id, 1, BedService.HTD);
        REFERRER.sees(id).body("state", is("CONSULTING")).body("offer.state", is("CONSULTING"));

        bedService.saysNotNow(id, 1, BedService.HTD);

        REFERRER.sees(id).body("state", is("SEEKING")).body("attempt", is(1));
        REFERRER.sees(id, "timeline")
                .body("items.last().reason", is("NO_STAFFED_BED"))
                .body("items.last().organisation", is("htd-hcmc"))
                .body("items.last().values.unit", is("htd-hcmc.icu-adult"))
                .body("items.last().values.kind", is("AGREED"))
                .body("items.last().values.offer", is(BedService.HTD.offerId().toString()));
    }

    private UUID accepted() {
        var id = REFERRER.filed(Cases.agreed());
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        return id;
    }

    private UUID handedOver() {
        var id = onTheRoad();
        TEAM.records(id, "ARRIVED").statusCode(200);
        ICU_DOCTOR.records(id, "HANDED_OVER").statusCode(200);
        return id;
    }

    private static ValidatableResponse outcome(UUID id, String known, Instant at) {
        return ICU_DOCTOR
                .records(id, "OUTCOME", Map.of("outcome", known, "occurredAt", at.toString()))
                .statusCode(200);
    }

    private UUID onTheRoad() {
        var id = accepted();
        TEAM.does(id, "readiness", Map.of()).statusCode(200);
        TEAM.records(id, "DEPARTED").statusCode(200);
        return id;
    }

    private static String at(Instant asked, int minutes) {
        return asked.plusSeconds(60L * minutes).toString();
    }

    private static List<String> events(UUID id) {
        return OwnerConnection.column(
                "select replace(replace(type, 'vn.lienvien.transfer.', ''), '.v1', '') from outbox"
                        + " where key = '"
                        + id
                        + "' order by sequence");
    }
}
