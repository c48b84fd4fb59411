package vn.lienvien.transfer.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no value shows by itself. */
class ClinicalRulesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Instant NIGHT = Instant.parse("2021-11-08T15:30:00Z");

    /** An adult woman of 158 cm: predicted 50.6 kg. */
    private static final String REST =
            "'ageYears':23,'sex':'FEMALE','heightCm':158,'weightKg':92,'diagnosis':{'text':'invented'}";

    private static final String VV = "'ecmo':{'status':'RUNNING','mode':'VV'}";
    private static final String VA = "'ecmo':{'status':'RUNNING','mode':'VA'}";

    @ParameterizedTest
    @MethodSource("refused")
    void aContradictionIsRefused(String picture, Finding finding) {
        assertThat(check(picture).refused()).containsExactly(finding);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        "mean above systolic",
                        VV + ",'vitals':{'systolic':80,'meanPressure':90}",
                        "vitals.meanPressure",
                        "pressures-out-of-order"),
                refused(
                        "mean below diastolic before ECMO",
                        VV + ",'beforeEcmo':{'diastolic':50,'meanPressure':49}",
                        "beforeEcmo.meanPressure",
                        "pressures-out-of-order"),
                refused(
                        "plateau at PEEP",
                        VV + ",'ventilator':{'peep':10,'pplat':10}",
                        "ventilator.pplat",
                        "pressures-out-of-order"),
                refused(
                        "plateau above peak before ECMO",
                        VV + ",'beforeEcmo':{'pip':30,'pplat':31}",
                        "beforeEcmo.pplat",
                        "pressures-out-of-order"),
                refused(
                        "P3 above P2",
                        "'ecmo':{'status':'RUNNING','mode':'VV','preOxygenatorMmHg':200,'postOxygenatorMmHg':201}",
                        "ecmo.postOxygenatorMmHg",
                        "pressures-out-of-order"),
                refused(
                        "a fraction that may be a percentage",
                        VV + ",'beforeEcmo':{'fio2':20.9}",
                        "beforeEcmo.fio2",
                        "ambiguous-fraction"),
                refused(
                        "before ECMO, after its start",
                        "'ecmo':{'status':'RUNNING','mode':'VV','startedAt':'2021-10-22T08:00:00Z'},"
                                + "'beforeEcmo':{'takenAt':'2021-10-22T08:00:01Z'}",
                        "beforeEcmo.takenAt",
                        "after-start"),
                refused(
                        "one value in two units",
                        VV + ",'laboratory':{'haemoglobinGL':90,'haemoglobinGDl':9}",
                        "laboratory.haemoglobinGDl",
                        "given-twice"),
                refused(
                        "measured and not measurable",
                        VV + ",'vitals':{'spo2Percent':88,'spo2Unmeasurable':true}",
                        "vitals.spo2Percent",
                        "contradicts"),
                refused(
                        "a sum of more than its parts",
                        VV + ",'vitals':{'gcs':15,'eyes':4,'verbal':'4','motor':6}",
                        "vitals.gcs",
                        "contradicts"),
                refused(
                        "a full sum with a tube",
                        VV + ",'vitals':{'gcs':12,'eyes':4,'verbal':'T','motor':6}",
                        "vitals.gcs",
                        "contradicts"),
                refused(
                        "a sum that the motor answer alone exceeds",
                        VV + ",'vitals':{'gcs':7,'motor':6}",
                        "vitals.gcs",
                        "contradicts"),
                refused(
                        "a circuit read tomorrow",
                        "'ecmo':{'status':'RUNNING','mode':'VV','takenAt':'2021-11-09T15:30:00Z'}",
                        "ecmo.takenAt",
                        "in-the-future"),
                refused(
                        "a ventilator read tomorrow",
                        VV + ",'ventilator':{'takenAt':'2021-11-09T15:30:00Z'}",
                        "ventilator.takenAt",
                        "in-the-future"),
                refused(
                        "weeks of no pregnancy",
                        VV + ",'background':{'pregnant':'NO','pregnancyWeeks':20}",
                        "background.pregnant",
                        "contradicts"),
                refused(
                        "no anticoagulation, no reason",
                        VV + ",'anticoagulation':{'agent':'NONE'}",
                        "anticoagulation.because",
                        "required"),
                refused(
                        "an echo of tomorrow",
                        VV + ",'imaging':{'echoAt':'2021-11-09T15:30:00Z'}",
                        "imaging.echoAt",
                        "in-the-future"));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void whatDoesNotFitIsAskedAbout(String picture, Finding finding) {
        assertThat(check(picture).refused()).isEmpty();
        assertThat(check(picture).unusual()).containsExactly(finding);
    }

    static Stream<Arguments> asked() {
        return Stream.of(
                asked(
                        "no pulse on VA",
                        VA + ",'vitals':{'systolic':65,'diastolic':65,'meanPressure':65}",
                        "vitals.systolic",
                        "no-pulse"),
                asked(
                        "no sweep on VA",
                        "'ecmo':{'status':'RUNNING','mode':'VA','sweepLMin':0}",
                        "ecmo.sweepLMin",
                        "unusual"),
                asked(
                        "a leg looked at 31 minutes ago",
                        "'ecmo':{'status':'RUNNING','mode':'VA','limbCheckedAt':'2021-11-08T14:59:00Z'}",
                        "ecmo.limbCheckedAt",
                        "stale"),
                asked(
                        "61 mmHg across the oxygenator",
                        "'ecmo':{'status':'RUNNING','mode':'VV','preOxygenatorMmHg':261,'postOxygenatorMmHg':200}",
                        "ecmo.preOxygenatorMmHg",
                        "pressure-drop"),
                asked(
                        "drain smaller than return",
                        "'ecmo':{'status':'RUNNING','mode':'VV','cannulae':[{'purpose':'DRAIN','sizeFr':19},"
                                + "{'purpose':'RETURN','sizeFr':21}]}",
                        "ecmo.cannulae",
                        "drain-smaller"),
                asked(
                        "a cannula too thin for a circuit",
                        "'ecmo':{'status':'RUNNING','mode':'VV','cannulae':[{'purpose':'RETURN','sizeFr':7}]}",
                        "ecmo.cannulae[0].sizeFr",
                        "unusual"),
                asked(
                        "a dose of before the pump was set",
                        VV
                                + ",'support':{'vasoactives':[{'drug':'NOREPINEPHRINE',"
                                + "'doseUgKgMin':0.145,'rateMlH':10,'concentrationMgMl':0.16}]}",
                        "support.vasoactives[0].doseUgKgMin",
                        "does-not-fit"),
                asked(
                        "a dose in units of before the pump was set",
                        VV
                                + ",'support':{'vasoactives':[{'drug':'VASOPRESSIN',"
                                + "'doseUMin':0.02,'rateMlH':2.4,'concentrationUMl':1}]}",
                        "support.vasoactives[0].doseUMin",
                        "does-not-fit"),
                asked(
                        "8.1 mL/kg of predicted weight",
                        VV + ",'ventilator':{'tidalVolumeMl':410}",
                        "ventilator.tidalVolumeMl",
                        "unusual"),
                asked(
                        "a minute volume that is not VT × RR",
                        VV
                                + ",'ventilator':{'tidalVolumeMl':300,'respiratoryRate':20,'minuteVolumeL':7.3}",
                        "ventilator.minuteVolumeL",
                        "does-not-fit"),
                asked(
                        "bicarbonate that pH and PaCO2 do not give",
                        VV + ",'bloodGas':{'ph':7.40,'paco2':40,'hco3':28}",
                        "bloodGas.hco3",
                        "does-not-fit"),
                asked(
                        "a gas of more than six hours",
                        VV + ",'bloodGas':{'takenAt':'2021-11-08T09:29:59Z','ph':7.40}",
                        "bloodGas.takenAt",
                        "stale"),
                asked(
                        "a gas from the left arm on VA",
                        VA + ",'bloodGas':{'site':'LEFT_ARM','ph':7.40}",
                        "bloodGas.site",
                        "not-right-arm"),
                asked(
                        "frailty at 23",
                        VV + ",'background':{'frailty':2}",
                        "background.frailty",
                        "not-at-this-age"));
    }

    @ParameterizedTest
    @MethodSource("onBoth")
    void anArterialReturnOfAPartIsAskedAboutAsOfAll(String picture) {
        assertThat(check(picture.replace("VA", "VAV")).unusual())
                .isEqualTo(check(picture).unusual())
                .isNotEmpty();
    }

    static Stream<String> onBoth() {
        return Stream.of(
                VA + ",'vitals':{'systolic':65,'diastolic':65,'meanPressure':65}",
                "'ecmo':{'status':'RUNNING','mode':'VA','sweepLMin':0}",
                "'ecmo':{'status':'RUNNING','mode':'VA','limbCheckedAt':'2021-11-08T14:59:00Z'}",
                VA + ",'bloodGas':{'site':'LEFT_ARM','ph':7.40}");
    }

    @Test
    void aVoiceThroughATubeCountsAsOneOrNotAtAll() {
        assertThat(check(VV + ",'vitals':{'gcs':10,'eyes':4,'verbal':'T','motor':6}").refused())
                .isEmpty();
        assertThat(check(VV + ",'vitals':{'gcs':11,'eyes':4,'verbal':'T','motor':6}").refused())
                .isEmpty();
        assertThat(check(VV + ",'vitals':{'gcs':8,'motor':6}").refused()).isEmpty();
    }

    @Test
    void whatFitsIsNeitherRefusedNorAskedAbout() {
        var check =
                check(
                        VA.replace("}", ",'sweepLMin':3,'limbPerfusion':'UNKNOWN',")
                                + "'preOxygenatorMmHg':260,'postOxygenatorMmHg':200,'cannulae':["
                                + "{'purpose':'DRAIN','site':'FEMORAL','side':'RIGHT','sizeFr':25,'depthCm':45,'fixationPoints':2,'sutured':'YES'},"
                                + "{'purpose':'RETURN','sizeFr':17},{'purpose':'LIMB_PERFUSION','sizeFr':6}]},"
                                + "'support':{'vasoactives':[{'drug':'NOREPINEPHRINE','doseUgKgMin':0.29,'rateMlH':10,"
                                + "'concentrationMgMl':0.16}]},"
                                + "'vitals':{'systolic':95,'diastolic':90,'meanPressure':90,'verbal':'T'},"
                                        .replace("'systolic':90,", "'systolic':95,")
                                + "'bloodGas':{'site':'RIGHT_ARM','takenAt':'2021-11-08T09:30:00Z','ph':7.40,'paco2':40,'hco3':24.5},"
                                + "'ventilator':{'peep':10,'pplat':24,'pip':28,'tidalVolumeMl':300,'respiratoryRate':20,'minuteVolumeL':7.2},"
                                + "'anticoagulation':{'agent':'NONE','because':'bleeding'},"
                                + "'background':{'pregnant':'UNKNOWN'}");

        assertThat(check.refused()).isEmpty();
        assertThat(check.unusual()).isEmpty();
        assertThat(check.picture().ecmo().limbPerfusion())
                .as("unknown is kept, not made a no")
                .isEqualTo(ClinicalPicture.Known.UNKNOWN);
    }

    @Test
    void otherUnitsBecomeOurs() {
        var picture =
                check(
                                VV
                                        + ",'beforeEcmo':{'pressureUnit':'KPA','pao2':8,'paco2':9,'fio2':100},"
                                        + "'laboratory':{'haemoglobinGDl':9.5,'glucoseMgDl':180,'creatinineMgDl':2,'bilirubinMgDl':1},"
                                        + "'support':{'vasoactives':[{'drug':'NOREPINEPHRINE','rateMlH':10,'concentrationMgMl':0.16},"
                                        + "{'drug':'VASOPRESSIN','rateMlH':1.2,'concentrationUMl':1}]}")
                        .picture();

        assertThat(picture.beforeEcmo().pao2()).isEqualByComparingTo("60");
        assertThat(picture.beforeEcmo().paco2()).isEqualByComparingTo("67.5");
        assertThat(picture.beforeEcmo().fio2()).isEqualByComparingTo("1");
        assertThat(picture.laboratory().haemoglobinGL()).isEqualByComparingTo("95");
        assertThat(picture.laboratory().glucoseMmolL()).isEqualByComparingTo("10");
        assertThat(picture.laboratory().creatinineUmolL()).isEqualByComparingTo("176.8");
        assertThat(picture.laboratory().bilirubinUmolL()).isEqualByComparingTo("17.1");
        assertThat(picture.support().vasoactives().getFirst().doseUgKgMin())
                .isEqualByComparingTo("0.29");
        assertThat(picture.support().vasoactives().getLast().doseUMin())
                .isEqualByComparingTo("0.02");
    }

    @Test
    void aRequestIsFiledWithTheEssentialsAlone() {
        var check = check("'ecmo':{'status':'UNKNOWN'}");

        assertThat(check.refused()).isEmpty();
        assertThat(check.unusual()).isEmpty();
    }

    private static ClinicalCheck check(String picture) {
        try {
            var json = ("{" + REST + "," + picture + "}").replace('\'', '"');
            return ClinicalCheck.of(JSON.readValue(json, ClinicalPicture.class), NIGHT, NIGHT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Arguments refused(String name, String picture, String field, String code) {
        return argumentSet(name, picture, new Finding(field, code));
    }

    private static Arguments asked(String name, String picture, String field, String code) {
        return argumentSet(name, picture, new Finding(field, code));
    }

    @Test
    void allThatIsUnusualIsListedTogether() {
        assertThat(
                        check(VV + ",'bloodGas':{'ph':7.2,'lactate':12},'ventilator':{'peep':22}")
                                .unusual())
                .extracting(Finding::field)
                .isEqualTo(List.of("ventilator.peep", "bloodGas.ph", "bloodGas.lactate"));
    }
}
