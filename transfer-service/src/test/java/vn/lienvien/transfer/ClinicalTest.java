package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lienvien.transfer.Person.ICU_DOCTOR;
import static vn.lienvien.transfer.Person.REFERRER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.kit.test.DatabaseTime;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** The clinical picture: ranges, units, chronology, confirmation, versions, summary. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClinicalTest {

    private final BedService bedService;

    ClinicalTest(BedService bedService) {
        this.bedService = bedService;
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatCannotBeIsRefusedWithItsField(
            String group, Map<String, ?> values, String field, String code) {
        REFERRER.files(Cases.clinically(Cases.agreed(), group, values))
                .statusCode(422)
                .body("code", is("invalid"))
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    static Stream<Arguments> impossible() {
        var tomorrow = Instant.now().plusSeconds(86_400).toString();
        return Stream.of(
                Arguments.of("", Map.of("weightKg", 0), "clinical.weightKg", "out-of-range"),
                Arguments.of("", Map.of("weightKg", 500), "clinical.weightKg", "out-of-range"),
                Arguments.of("", Map.of("ageYears", 121), "clinical.ageYears", "out-of-range"),
                Arguments.of("", Map.of("heightCm", 19), "clinical.heightCm", "out-of-range"),
                Arguments.of(
                        "ecmo",
                        Map.of("flowLMin", 1.0e30),
                        "clinical.ecmo.flowLMin",
                        "out-of-range"),
                Arguments.of("ecmo", Map.of("fdo2", 5), "clinical.ecmo.fdo2", "ambiguous-fraction"),
                Arguments.of("ecmo", Map.of("fdo2", 0.2), "clinical.ecmo.fdo2", "out-of-range"),
                Arguments.of(
                        "ecmo",
                        Map.of("startedAt", tomorrow),
                        "clinical.ecmo.startedAt",
                        "in-the-future"),
                Arguments.of(
                        "ventilator",
                        Map.of("fio2", 1.5),
                        "clinical.ventilator.fio2",
                        "ambiguous-fraction"),
                Arguments.of(
                        "ventilator",
                        Map.of("peep", 12, "pplat", 10),
                        "clinical.ventilator.pplat",
                        "pressures-out-of-order"),
                Arguments.of(
                        "ventilator",
                        Map.of("pip", 20, "pplat", 24),
                        "clinical.ventilator.pplat",
                        "pressures-out-of-order"),
                Arguments.of(
                        "vitals",
                        Map.of("systolic", 80, "meanPressure", 90),
                        "clinical.vitals.meanPressure",
                        "pressures-out-of-order"),
                Arguments.of(
                        "course",
                        Map.of(
                                "admittedAt", "2021-10-20T00:00:00Z",
                                "icuAt", "2021-10-19T00:00:00Z"),
                        "clinical.course.admittedAt",
                        "times-out-of-order"),
                Arguments.of("bloodGas", Map.of("ph", 8.4), "clinical.bloodGas.ph", "out-of-range"),
                Arguments.of(
                        "laboratory",
                        Map.of("haemoglobinGL", 12),
                        "clinical.laboratory.haemoglobinGL",
                        "out-of-range"),
                Arguments.of(
                        "support",
                        Map.of(
                                "vasoactives",
                                List.of(Map.of("drug", "NOREPINEPHRINE", "doseUgKgMin", 11))),
                        "clinical.support.vasoactives[0].doseUgKgMin",
                        "out-of-range"));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void whatIsUnusualWantsOneConfirmation(String group, Map<String, ?> values, String field) {
        var request = Cases.clinically(Cases.agreed(), group, values);

        REFERRER.files(request)
                .statusCode(422)
                .body("code", is("warnings-unconfirmed"))
                .body("warnings.field", hasItem(field));
        REFERRER.files(Cases.with(request, "confirmWarnings", true))
                .statusCode(201)
                .body("papers.confirmedUnusual", hasItem(field));
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("", Map.of("weightKg", 160), "weightKg"),
                Arguments.of("ecmo", Map.of("flowLMin", 0), "ecmo.flowLMin"),
                Arguments.of("ecmo", Map.of("flowLMin", -1), "ecmo.flowLMin"),
                Arguments.of("ecmo", Map.of("pumpRpm", 4100), "ecmo.pumpRpm"),
                Arguments.of("ventilator", Map.of("pplat", 32, "pip", 34), "ventilator.pplat"),
                Arguments.of("bloodGas", Map.of("ph", 7.2), "bloodGas.ph"),
                Arguments.of("bloodGas", Map.of("paco2", 75), "bloodGas.paco2"),
                Arguments.of(
                        "support",
                        Map.of(
                                "vasoactives",
                                List.of(Map.of("drug", "NOREPINEPHRINE", "doseUgKgMin", 0.6))),
                        "support.vasoactives[0].doseUgKgMin"));
    }

    @Test
    void whatPeopleTypeIsBroughtIntoOneUnit() {
        var request =
                Cases.clinically(
                        Cases.clinically(
                                Cases.agreed(), "ventilator", Map.of("fio2", 60, "peep", 10)),
                        "bloodGas",
                        Map.of("pressureUnit", "KPA", "paco2", 6.4, "pao2", 9));

        REFERRER.files(request)
                .statusCode(201)
                .body("clinical.ventilator.fio2", is(0.6f))
                .body("clinical.bloodGas.paco2", is(48.0f))
                .body("clinical.bloodGas.pao2", is(67.5f))
                .body("clinical.bloodGas.pressureUnit", is("MMHG"));
    }

    @Test
    void twoWaysToTypeVietnameseAreOne() {
        var request =
                Cases.clinically(
                        Cases.agreed(),
                        "",
                        Map.of(
                                "diagnosis",
                                Map.of("text", "Vie\u0302m pho\u0302\u0309i na\u0323\u0306ng")));

        REFERRER.files(request)
                .statusCode(201)
                .body("clinical.diagnosis.text", is("Viêm phổi nặng"));
    }

    @Test
    void whatTheRoutingNeedsIsAskedFor() {
        REFERRER.files(Cases.with(Cases.agreed(), "agreement", null))
                .statusCode(422)
                .body("violations.field", hasItem("agreement"));
        REFERRER.files(Cases.with(Cases.agreed(), "routing", "ASK"))
                .statusCode(422)
                .body("violations.field", hasItem("organisation"));
        var clinical = new HashMap<>(Cases.clinical(Cases.agreed()));
        clinical.remove("ecmo");
        clinical.remove("ageYears");
        REFERRER.files(Cases.with(Cases.agreed(), "clinical", clinical))
                .statusCode(422)
                .body("violations.field", hasItems("clinical.ecmo.status", "clinical.ageYears"));
    }

    @Test
    void theAgeComesFromTheBirthDate() {
        var request = Cases.agreed();
        Cases.clinical(request).remove("ageYears");
        Cases.patient(request).put("birthDate", today().minusYears(51).minusDays(10).toString());

        REFERRER.files(request)
                .statusCode(201)
                .body("clinical.ageYears", is(51))
                .body("clinical.ageDays", nullValue())
                .body("needs.ageYears", is(51))
                .body("needs.ageGroup", is("ADULT"));
    }

    @Test
    void aNewbornIsKnownByTheBirthDate() {
        DatabaseTime.at(Instant.parse("2026-06-01T05:00:00Z"));
        try {
            var request = newborn();
            Cases.patient(request).put("birthDate", "2026-05-12");

            REFERRER.files(request)
                    .statusCode(201)
                    .body("clinical.ageYears", is(0))
                    .body("clinical.ageDays", is(20))
                    .body("needs.ageGroup", is("NEWBORN"));
            var older = newborn();
            Cases.patient(older).put("birthDate", "2026-04-22");
            REFERRER.files(older).statusCode(201).body("needs.ageGroup", is("CHILD"));
        } finally {
            DatabaseTime.asItIs();
        }
    }

    @Test
    void agesThatContradictEachOtherAreRefused() {
        var typed = Cases.clinically(Cases.agreed(), "", Map.of("ageYears", 15));
        Cases.patient(typed).put("birthDate", today().minusYears(51).minusDays(10).toString());
        REFERRER.files(typed)
                .statusCode(422)
                .body("violations.field", hasItem("clinical.ageYears"))
                .body("violations.code", hasItem("contradicts"))
                .body("violations.message", hasItem(containsString("(51)")));

        REFERRER.files(Cases.clinically(Cases.agreed(), "", Map.of("ageYears", 54, "ageDays", 20)))
                .statusCode(422)
                .body("violations.field", hasItem("clinical.ageYears"));
    }

    /** Many do; it is not worth a refusal at night, and the birth date counts. */
    @Test
    void whoCountsByTheCalendarIsOneYearOff() {
        var request = Cases.clinically(Cases.agreed(), "", Map.of("ageYears", 52));
        Cases.patient(request).put("birthDate", today().minusYears(51).minusDays(10).toString());

        REFERRER.files(request).statusCode(201).body("clinical.ageYears", is(51));
    }

    @Test
    void anAmendmentsAgesAreHeldTogetherToo() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var both = new HashMap<>(Cases.clinical(request));
        both.put("ageDays", 20);

        amends(id, "\"1\"", both)
                .statusCode(422)
                .body("violations.field", hasItem("clinical.ageYears"));
    }

    private static Map<String, Object> newborn() {
        var request = Cases.clinically(Cases.agreed(), "", Map.of("weightKg", 3.4, "heightCm", 50));
        Cases.clinical(request).remove("ageYears");
        return request;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.ofHours(7));
    }

    @Test
    void twoPeopleWhoAmendAreToldOfEachOther() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var amended = new HashMap<>(Cases.clinical(request));
        amended.put("weightKg", 95);

        amends(id, null, amended).statusCode(428).body("code", is("if-match-required"));
        amends(id, "W/\"1\"", amended).statusCode(412);
        amends(id, "*", amended).statusCode(412);
        amends(id, "\"1\"", amended)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("clinical.weightKg", is(95))
                .body("version", is(2));
        amends(id, "\"1\"", amended).statusCode(412).body("code", is("overtaken"));
        REFERRER.sees(id).header("ETag", "\"2\"");
        REFERRER.does(id, "end", Map.of("kind", "CANCELLED", "reason", "x"));
        amends(id, "\"2\"", amended).statusCode(409).body("code", is("transfer-ended"));
    }

    @Test
    void anAmendmentIsCheckedToo() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var heavy = new HashMap<>(Cases.clinical(request));
        heavy.put("weightKg", 160);

        amends(id, "\"1\"", heavy).statusCode(422).body("code", is("warnings-unconfirmed"));
        heavy.put("weightKg", 400);
        amends(id, "\"1\"", heavy)
                .statusCode(422)
                .body("violations.field", hasItem("clinical.weightKg"));
        REFERRER.sees(id).header("ETag", "\"1\"");
    }

    @Test
    void whatIsConfirmedWithAnAmendmentIsKeptWithIt() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        var heavy = new HashMap<>(Cases.clinical(request));
        heavy.put("weightKg", 160);

        REFERRER.asks()
                .body(Map.of("clinical", heavy, "confirmWarnings", true))
                .header("If-Match", "\"1\"")
                .put("/api/v1/transfers/" + id + "/clinical")
                .then()
                .statusCode(200)
                .body("papers.confirmedUnusual", is(List.of("weightKg")));
        amends(id, "\"2\"", Cases.clinical(request))
                .statusCode(200)
                .body("papers.confirmedUnusual", hasSize(0));
        assertThat(
                        OwnerConnection.column(
                                "select confirmed::text from clinical_snapshot where transfer_id = '"
                                        + id
                                        + "' order by version"))
                .containsExactly("[]", "[{\"code\": \"unusual\", \"field\": \"weightKg\"}]", "[]");
    }

    @Test
    void whatAnAmendmentSaysOfTheNeedsIsSearchedFor() {
        var request =
                Cases.clinically(Cases.searched("U2"), "", Map.of("ageYears", 15, "weightKg", 20));
        var id = REFERRER.filed(request);
        REFERRER.sees(id).body("needs.ageGroup", is("CHILD"));
        var grown = new HashMap<>(Cases.clinical(request));
        grown.putAll(
                Map.of(
                        "ageYears", 51,
                        "weightKg", 60,
                        "ecmo", Map.of("status", "RUNNING", "mode", "VA")));

        amends(id, "\"1\"", grown)
                .statusCode(200)
                .body("state", is("SEEKING"))
                .body("attempt", is(2))
                .body("needs.ageGroup", is("ADULT"))
                .body("needs.ageYears", is(51))
                .body("needs.weightKg", is(60))
                .body("needs.ecmoMode", is("VA"));
        assertThat(lastSearch(id)).contains("\"ageYears\":51", "\"ageGroup\":\"ADULT\"");
        assertThat(events(id)).endsWith("clinical-amended", "placement-sought");
    }

    @Test
    void anAmendmentThatChangesNoNeedKeepsTheSearch() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        bedService.holds(id, 1, BedService.HTD);
        REFERRER.does(id, "needs", Map.of("wishes", List.of("gia-dinh"), "reason", "family"));
        bedService.holds(id, 2, BedService.HTD);
        var measured = new HashMap<>(Cases.clinical(request));
        measured.put("vitals", Map.of("heartRate", 96));
        measured.put("weightKg", 92.0);

        amends(id, "\"1\"", measured)
                .statusCode(200)
                .body("state", is("OFFERED"))
                .body("attempt", is(2))
                .body("needs.wishes", is(List.of("gia-dinh")));
    }

    @Test
    void theUnitThatAcceptedIsToldOfOtherNeedsAndKeepsThePlace() {
        var request = Cases.agreed();
        var id = REFERRER.filed(request);
        bedService.holds(id, 1, BedService.HTD);
        bedService.confirms(id, 1, BedService.HTD);
        var worse = new HashMap<>(Cases.clinical(request));
        worse.put("ecmo", Map.of("status", "RUNNING", "mode", "VAV"));

        amends(id, "\"1\"", worse)
                .statusCode(200)
                .body("state", is("ACCEPTED"))
                .body("attempt", is(1))
                .body("needs.ecmoMode", is("VAV"));
        assertThat(events(id)).endsWith("clinical-amended");
        bedService.withdraws(id, 1, BedService.HTD);
        assertThat(lastSearch(id)).contains("\"ecmoMode\":\"VAV\"");
    }

    @Test
    void theSummaryIsReadOutWithoutTheName() {
        var id = REFERRER.filed(Cases.agreed());

        REFERRER.sees(id, "summary")
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("Mức khẩn: U2"))
                .body(containsString("nữ, 23 tuổi, 92 kg"))
                .body(containsString("đang chạy, VV"))
                .body(containsString("+84900000100"))
                .body(not(containsString("Canary")));
        REFERRER.asks()
                .header("Accept-Language", "en")
                .get("/api/v1/transfers/" + id + "/summary")
                .then()
                .body(containsString("running, VV"))
                .body(containsString("CRRT yes"));
        ICU_DOCTOR.sees(id, "summary").statusCode(404);
    }

    @Test
    void theSummaryTellsWhatWasBeforeEcmoApartAndHowTheCannulaeLie() {
        var request =
                Cases.clinically(
                        Cases.clinically(
                                Cases.agreed(),
                                "beforeEcmo",
                                Map.of("pao2", 52, "fio2", 100, "ventilatedHours", 72)),
                        "ecmo",
                        Map.of(
                                "cannulae",
                                List.of(
                                        Map.of(
                                                "purpose", "DRAIN",
                                                "site", "FEMORAL",
                                                "side", "RIGHT",
                                                "sizeFr", 25))));
        var id = REFERRER.filed(request);

        REFERRER.asks()
                .header("Accept-Language", "en")
                .get("/api/v1/transfers/" + id + "/summary")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "Before ECMO: PaO2 52 mmHg, FiO2 1, ventilated 72 h, time not known"))
                .body(containsString("Cannula: drain, femoral, right, 25 Fr"));
    }

    @Test
    void theSummaryHasWhatTheReceivingDoctorAsksForAndHowOldItIs() {
        var request = Cases.agreed();
        request =
                Cases.clinically(
                        request,
                        "vitals",
                        Map.of(
                                "systolic", 92,
                                "diastolic", 51,
                                "meanPressure", 65,
                                "spo2Percent", 88,
                                "takenAt", "2021-11-08T05:00:00Z"));
        request = Cases.clinically(request, "ecmo", Map.of("takenAt", "2021-11-08T05:10:00Z"));
        request = Cases.clinically(request, "ventilator", Map.of("peep", 10));
        request =
                Cases.clinically(
                        request,
                        "support",
                        Map.of(
                                "infection", "Klebsiella, carbapenem-resistant",
                                "resistantGerms", "YES",
                                "takenAt", "2021-11-08T05:20:00Z",
                                "vasoactives",
                                        List.of(
                                                Map.of(
                                                        "drug",
                                                        "NOREPINEPHRINE",
                                                        "doseUgKgMin",
                                                        0.15))));
        request =
                Cases.clinically(
                        request, "anticoagulation", Map.of("agent", "NONE", "because", "bleeding"));
        request =
                Cases.clinically(
                        request,
                        "background",
                        Map.of(
                                "treatmentLimits", "YES",
                                "limits", "no CPR",
                                "consent", "YES",
                                "familyInformed", "YES"));
        var id =
                REFERRER.filed(
                        Cases.with(
                                request,
                                "contacts",
                                List.of(
                                        Map.of(
                                                "name", "Dr An",
                                                "phone", "+84900000100",
                                                "secondPhone", "+84900000101"))));

        REFERRER.asks()
                .header("Accept-Language", "en")
                .get("/api/v1/transfers/" + id + "/summary")
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "Vital signs: BP 92/51 mmHg, mean 65 mmHg, SpO2 88 %, 08/11/2021 12:00"))
                .body(containsString("FdO2 1.0, 08/11/2021 12:10"))
                .body(containsString("Ventilator: PEEP 10, time not known"))
                .body(
                        containsString(
                                "Vasoactive drugs: norepinephrine 0.15 µg/kg/min, 08/11/2021 12:20"))
                .body(containsString("Anticoagulation: none, bleeding\n"))
                .body(
                        containsString(
                                "Infection: resistant germs yes, Klebsiella, carbapenem-resistant"))
                .body(containsString("Treatment limits: yes, no CPR"))
                .body(containsString("Consent: yes, family informed yes"))
                .body(containsString("+84900000100, +84900000101"));
        REFERRER.sees(id)
                .body("clinical.background.consent", is("YES"))
                .body("papers.contacts[0].secondPhone", is("+84900000101"));
    }

    @Test
    void whatIsRefusedIsToldWhatWouldBeRight() {
        REFERRER.files(Cases.clinically(Cases.agreed(), "beforeEcmo", Map.of("peep", 51)))
                .statusCode(422)
                .body("violations.field", hasItem("clinical.beforeEcmo.peep"))
                .body("violations.message", hasItem(containsString("(0 – 50 cmH2O)")));
    }

    @Test
    void warningsAreListedTogether() {
        var request =
                Cases.clinically(
                        Cases.clinically(
                                Cases.agreed(), "bloodGas", Map.of("ph", 7.1, "lactate", 12)),
                        "ventilator",
                        Map.of("peep", 22));

        REFERRER.files(request).statusCode(422).body("warnings", hasSize(3));
    }

    private static String lastSearch(UUID id) {
        return OwnerConnection.value(
                "select convert_from(payload, 'UTF8') from outbox where type like '%sought%' and key = '"
                        + id
                        + "' order by sequence desc limit 1");
    }

    private static List<String> events(UUID id) {
        return OwnerConnection.column(
                "select replace(replace(type, 'vn.lienvien.transfer.', ''), '.v1', '') from outbox"
                        + " where key = '"
                        + id
                        + "' order by sequence");
    }

    private static ValidatableResponse amends(UUID id, String tag, Map<String, ?> clinical) {
        var asking = REFERRER.asks().body(Map.of("clinical", clinical));
        return (tag == null ? asking : asking.header("If-Match", tag))
                .put("/api/v1/transfers/" + id + "/clinical")
                .then();
    }
}
