package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import vn.lienvien.transfer.clinical.BeforeEcmo;
import vn.lienvien.transfer.clinical.Cannula;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.ClinicalPicture.Ecmo;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vasoactive;
import vn.lienvien.transfer.clinical.ClinicalPicture.Vitals;
import vn.lienvien.transfer.journey.application.TransferPages.Shown;
import vn.lienvien.transfer.journey.domain.Milestone;

/** What a doctor reads out on the phone, without who the patient is; every number with its age. */
final class Summary {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final List<Function<Ecmo, Object>> READ =
            List.of(Ecmo::flowLMin, Ecmo::pumpRpm, Ecmo::sweepLMin, Ecmo::fdo2);

    private final Language language;
    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private Summary(Language language) {
        this.language = language;
    }

    static String of(Shown shown, Language language) {
        var summary = new Summary(language);
        summary.request(shown);
        summary.patient(shown.papers().clinical());
        summary.vitals(shown.papers().clinical().vitals());
        summary.machines(shown.papers().clinical());
        summary.drugs(shown.papers().clinical());
        summary.background(shown.papers().clinical());
        summary.contacts(shown);
        return summary.lines.toString();
    }

    private void request(Shown shown) {
        var transfer = shown.transfer();
        line("case", transfer.about().caseCode().value());
        line(
                "urgency",
                transfer.priority().urgency().name()
                        + (transfer.priority().endorsed() ? " " + said("endorsed") : ""));
        line("origin", transfer.about().origin().code());
        line(
                "requested",
                MOMENT.format(transfer.chronicle().milestones().get(Milestone.REQUESTED)));
        line("reason", shown.papers().reason());
    }

    private void patient(ClinicalPicture p) {
        var who = new StringJoiner(", ");
        if (p.sex() != null) {
            who.add(said("sex." + p.sex().name()));
        }
        boolean infant = p.ageDays() != null && p.ageYears() != null && p.ageYears() == 0;
        add(who, infant ? "days" : "age", infant ? p.ageDays() : p.ageYears());
        add(who, "kg", p.weightKg());
        add(who, "cm", p.heightCm());
        line("patient", who.toString());
        line("diagnosis", p.diagnosis().text());
        if (p.support() != null) {
            line(
                    "needs",
                    said("crrt")
                            + " "
                            + known(p.support().crrt())
                            + ", "
                            + said("isolation")
                            + " "
                            + known(p.support().isolation()));
        }
    }

    private void vitals(Vitals v) {
        if (v == null) {
            return;
        }
        var values = new StringJoiner(", ");
        add(values, "heart", v.heartRate());
        if (v.systolic() != null || v.diastolic() != null) {
            values.add(said("pressure").formatted(orDash(v.systolic()), orDash(v.diastolic())));
        }
        add(values, "mean", v.meanPressure());
        add(values, "spo2", v.spo2Percent());
        if (Boolean.TRUE.equals(v.spo2Unmeasurable())) {
            values.add(said("spo2-unmeasurable"));
        }
        add(values, "temperature", v.temperatureC());
        add(values, "gcs", v.gcs());
        measured("vitals", values, v.takenAt());
    }

    private static String orDash(Integer value) {
        return value == null ? "–" : value.toString();
    }

    private void drugs(ClinicalPicture p) {
        if (p.support() != null && p.support().vasoactives() != null) {
            var running = new StringJoiner(", ");
            p.support().vasoactives().forEach(each -> running.add(drip(each)));
            measured("vasoactives", running, p.support().takenAt());
        }
        var a = p.anticoagulation();
        if (a != null && a.agent() != null) {
            var against = new StringJoiner(", ");
            against.add(said("anticoagulant." + a.agent().name()));
            if (a.because() != null) {
                against.add(a.because());
            }
            add(against, "heparin", a.heparinIuKgH());
            add(against, "anti-xa", a.antiXaIuMl());
            add(against, "target", a.target());
            if (a.heparinIuKgH() == null && a.antiXaIuMl() == null && a.lastTestAt() == null) {
                line("anticoagulation", against.toString());
            } else {
                measured("anticoagulation", against, a.lastTestAt());
            }
        }
    }

    private String drip(Vasoactive drip) {
        var said = said("drug." + drip.drug().name());
        if (drip.doseUgKgMin() != null) {
            return said + " " + said("per-kg").formatted(drip.doseUgKgMin());
        }
        if (drip.doseUMin() != null) {
            return said + " " + said("units").formatted(drip.doseUMin());
        }
        return drip.rateMlH() == null ? said : said + " " + said("rate").formatted(drip.rateMlH());
    }

    private void background(ClinicalPicture p) {
        var s = p.support();
        if (s != null) {
            var germs = new StringJoiner(", ");
            if (s.covid() != null) {
                germs.add(said("covid") + " " + known(s.covid()));
            }
            if (s.resistantGerms() != null) {
                germs.add(said("resistant") + " " + known(s.resistantGerms()));
            }
            if (s.infection() != null) {
                germs.add(s.infection());
            }
            line("infection", germs.toString());
        }
        var b = p.background();
        if (b != null && (b.treatmentLimits() != null || b.limits() != null)) {
            line(
                    "limits",
                    known(b.treatmentLimits()) + (b.limits() == null ? "" : ", " + b.limits()));
        }
        if (b != null && (b.consent() != null || b.familyInformed() != null)) {
            line(
                    "consent",
                    known(b.consent())
                            + ", "
                            + said("family-informed")
                            + " "
                            + known(b.familyInformed()));
        }
    }

    private void machines(ClinicalPicture p) {
        var e = p.ecmo();
        var circuit = new StringJoiner(", ");
        circuit.add(said("ecmo." + e.status().name()));
        if (e.mode() != null) {
            circuit.add(e.mode().name());
        }
        if (e.startedAt() != null) {
            circuit.add(said("since") + " " + MOMENT.format(e.startedAt()));
        }
        add(circuit, "flow", e.flowLMin());
        add(circuit, "rpm", e.pumpRpm());
        add(circuit, "sweep", e.sweepLMin());
        add(circuit, "fdo2", e.fdo2());
        if (READ.stream().anyMatch(value -> value.apply(e) != null)) {
            circuit.add(aged(e.takenAt()));
        }
        line("ecmo", circuit.toString());
        if (e.cannulae() != null) {
            e.cannulae().forEach(each -> line("cannula", cannula(each)));
        }
        before(p.beforeEcmo());
        var v = p.ventilator();
        if (v != null) {
            var settings = new StringJoiner(", ");
            add(settings, "fio2", v.fio2());
            add(settings, "peep", v.peep());
            add(settings, "pplat", v.pplat());
            add(settings, "vt", v.tidalVolumeMl());
            measured("ventilator", settings, v.takenAt());
        }
        var g = p.bloodGas();
        if (g != null) {
            var gas = new StringJoiner(", ");
            add(gas, "ph", g.ph());
            add(gas, "paco2", g.paco2());
            add(gas, "pao2", g.pao2());
            add(gas, "lactate", g.lactate());
            measured("gas", gas, g.takenAt());
        }
    }

    private String cannula(Cannula cannula) {
        var said = new StringJoiner(", ");
        if (cannula.purpose() != null) {
            said.add(said("cannula." + cannula.purpose().name()));
        }
        if (cannula.site() != null) {
            said.add(said("cannula." + cannula.site().name()));
        }
        if (cannula.side() != null) {
            said.add(said("cannula." + cannula.side().name()));
        }
        add(said, "fr", cannula.sizeFr());
        add(said, "depth", cannula.depthCm());
        return said.toString();
    }

    /** Apart from what is measured now: on the circuit the same numbers say something else. */
    private void before(BeforeEcmo b) {
        if (b == null) {
            return;
        }
        var values = new StringJoiner(", ");
        add(values, "pao2", b.pao2());
        add(values, "fio2", b.fio2());
        add(values, "ph", b.ph());
        add(values, "paco2", b.paco2());
        add(values, "peep", b.peep());
        add(values, "pip", b.pip());
        add(values, "ventilated", b.ventilatedHours());
        measured("before", values, b.takenAt());
    }

    private void contacts(Shown shown) {
        shown.papers()
                .contacts()
                .forEach(
                        each ->
                                line(
                                        "contact",
                                        each.name()
                                                + " "
                                                + each.phone()
                                                + (each.secondPhone() == null
                                                        ? ""
                                                        : ", " + each.secondPhone())));
    }

    private String known(ClinicalPicture.Known known) {
        return said("known." + (known == null ? "UNKNOWN" : known.name()));
    }

    private void add(StringJoiner to, String label, Object value) {
        if (value != null) {
            to.add(said(label).formatted(value));
        }
    }

    /** Numbers, and how old they are. */
    private void measured(String label, StringJoiner values, Instant takenAt) {
        if (values.length() > 0) {
            line(label, values + ", " + aged(takenAt));
        }
    }

    private String aged(Instant takenAt) {
        return takenAt == null ? said("age-unknown") : MOMENT.format(takenAt);
    }

    private void line(String label, String text) {
        if (text != null && !text.isEmpty()) {
            lines.add(said("line." + label) + ": " + text);
        }
    }

    private String said(String key) {
        return language.text("summary." + key);
    }
}
