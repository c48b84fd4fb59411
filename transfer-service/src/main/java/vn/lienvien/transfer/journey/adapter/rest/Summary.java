package vn.lienvien.transfer.journey.adapter.rest;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import vn.lienvien.transfer.clinical.BeforeEcmo;
import vn.lienvien.transfer.clinical.Cannula;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.journey.application.TransferPages.Shown;
import vn.lienvien.transfer.journey.domain.Milestone;

/** What a doctor reads out on the phone, without who the patient is; every number with its age. */
final class Summary {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Language language;
    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private Summary(Language language) {
        this.language = language;
    }

    static String of(Shown shown, Language language) {
        var summary = new Summary(language);
        summary.request(shown);
        summary.patient(shown.papers().clinical());
        summary.machines(shown.papers().clinical());
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
        add(who, "age", p.ageYears());
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
            line("ventilator", settings.toString());
        }
        var g = p.bloodGas();
        if (g != null) {
            var gas = new StringJoiner(", ");
            add(gas, "ph", g.ph());
            add(gas, "paco2", g.paco2());
            add(gas, "pao2", g.pao2());
            add(gas, "lactate", g.lactate());
            gas.add(g.takenAt() == null ? said("age-unknown") : MOMENT.format(g.takenAt()));
            line("gas", gas.toString());
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
        line("before", values.toString());
    }

    private void contacts(Shown shown) {
        shown.papers()
                .contacts()
                .forEach(contact -> line("contact", contact.name() + " " + contact.phone()));
    }

    private String known(ClinicalPicture.Known known) {
        return said("known." + (known == null ? "UNKNOWN" : known.name()));
    }

    private void add(StringJoiner to, String label, Object value) {
        if (value != null) {
            to.add(said(label).formatted(value));
        }
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
