package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.UnitCode;
import vn.lienvien.transfer.clinical.ClinicalCheck;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.identity.Identity;
import vn.lienvien.transfer.journey.application.NewRequest;
import vn.lienvien.transfer.journey.application.PictureNeeds;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.domain.Needs;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.Search;
import vn.lienvien.transfer.journey.domain.Unit;
import vn.lienvien.transfer.text.Text;

/** From what was sent to what is decided on. */
final class Requests {

    private Requests() {}

    /** What no single field shows. */
    static List<Finding> findings(
            TransferRequest sent, ClinicalCheck clinical, boolean byCoordinator, Instant now) {
        var refused = new ArrayList<Finding>();
        if (byCoordinator && sent.origin() == null) {
            refused.add(new Finding("origin", "required"));
        }
        if (!byCoordinator && sent.origin() != null) {
            refused.add(new Finding("origin", "coordinators-only"));
        }
        clinical.refused().stream()
                .map(finding -> finding.within("clinical"))
                .forEach(refused::add);
        refused.addAll(towards(sent.routing(), sent.organisation(), sent.agreement(), now));
        var born = sent.patient().birthDate();
        if (born != null
                && (born.isAfter(LocalDate.ofInstant(now, ZoneOffset.ofHours(7)))
                        || born.getYear() < 1900)) {
            refused.add(new Finding("patient.birthDate", "out-of-range"));
        }
        return refused;
    }

    /** Agreed with whom, or asking whom; what was agreed is not ahead of us. */
    static List<Finding> towards(
            Routing routing,
            OrganisationCode organisation,
            AgreementRequest agreement,
            Instant now) {
        var refused = new ArrayList<Finding>();
        if (routing == Routing.AGREED && agreement == null) {
            refused.add(new Finding("agreement", "required"));
        }
        if (routing == Routing.ASK && organisation == null) {
            refused.add(new Finding("organisation", "required"));
        }
        if (agreement != null && agreement.at().isAfter(now.plusSeconds(300))) {
            refused.add(new Finding("agreement.at", "in-the-future"));
        }
        return refused;
    }

    static NewRequest request(
            TransferRequest sent, ClinicalCheck clinical, Organisation origin, boolean endorsed) {
        return new NewRequest(
                origin,
                search(sent, clinical.picture()),
                sent.urgency(),
                endorsed,
                identity(sent.patient()),
                new RequestPapers(
                        clinical.picture(),
                        sent.reason(),
                        sent.agreement() == null ? null : sent.agreement().agreement(),
                        sent.contacts() == null
                                ? List.of()
                                : sent.contacts().stream().map(Requests::contact).toList(),
                        clinical.unusual()));
    }

    private static Search search(TransferRequest sent, ClinicalPicture picture) {
        var needs = needs(sent, picture);
        return switch (sent.routing()) {
            case AGREED ->
                    new Search(
                            sent.routing(),
                            organisation(sent.agreement().organisation()),
                            unit(sent.agreement().unit()),
                            needs,
                            false);
            case ASK ->
                    new Search(
                            sent.routing(),
                            organisation(sent.organisation()),
                            unit(sent.unit()),
                            needs,
                            false);
            case SEARCH -> new Search(sent.routing(), null, null, needs, false);
        };
    }

    private static Needs needs(TransferRequest sent, ClinicalPicture p) {
        var of = PictureNeeds.of(p);
        return new Needs(
                of.ecmoStatus(),
                of.ecmoMode(),
                of.ageGroup(),
                of.ageYears(),
                of.weightKg(),
                of.crrt(),
                of.isolation(),
                sent.specialtiesOrNone(),
                sent.wishesOrNone().stream().map(Requests::organisation).toList());
    }

    private static Identity identity(TransferRequest.Patient p) {
        return new Identity(
                Text.composed(p.localId()),
                Text.composed(p.fullName()),
                p.birthDate(),
                p.insuranceNumber(),
                p.citizenId(),
                Text.composed(p.phone()),
                Text.composed(p.address()));
    }

    private static RequestPapers.Contact contact(TransferRequest.Contact c) {
        return new RequestPapers.Contact(
                Text.composed(c.name()), Text.composed(c.grade()), c.phone(), c.secondPhone());
    }

    static Organisation organisation(OrganisationCode code) {
        return code == null ? null : new Organisation(code.value());
    }

    static Unit unit(UnitCode code) {
        return code == null ? null : new Unit(code.value());
    }
}
