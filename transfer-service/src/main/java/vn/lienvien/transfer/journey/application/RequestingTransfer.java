package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.identity.Identities;
import vn.lienvien.transfer.identity.PatientMarks;
import vn.lienvien.transfer.journey.domain.About;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Person;
import vn.lienvien.transfer.journey.domain.Priority;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** A hospital asks for a patient to be taken; one live request for each patient. */
@ApplicationScoped
public class RequestingTransfer {

    private final Transfers transfers;
    private final Identities identities;
    private final PatientMarks marks;
    private final Patients patients;
    private final CaseCodes caseCodes;
    private final Ids ids;
    private final DatabaseClock clock;
    private final Audit audit;

    RequestingTransfer(
            Transfers transfers,
            Identities identities,
            PatientMarks marks,
            Patients patients,
            CaseCodes caseCodes,
            Ids ids,
            DatabaseClock clock,
            Audit audit) {
        this.transfers = transfers;
        this.identities = identities;
        this.marks = marks;
        this.patients = patients;
        this.caseCodes = caseCodes;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param seesAll a coordinator is shown every live request for the patient
     */
    @Transactional
    public Filed file(NewRequest request, Said said, boolean seesAll) {
        var marked = marks.of(request.patient(), request.origin().code());
        var live = patients.liveWith(marked);
        if (!live.isEmpty()) {
            return new Filed.SamePatient(seen(live, request.origin(), seesAll));
        }
        var now = clock.now();
        var id = new TransferId(ids.next());
        var about = new About(id, caseCodes.next(), request.origin());
        var priority =
                new Priority(request.urgency(), request.endorsed(), new Person(said.actor()));
        var requested = Transfer.requested(about, request.search(), priority, said.occurredBy(now));
        transfers.add(
                requested,
                request.papers(),
                new Entry("transfer.requested", said, Map.of(), true),
                now);
        identities.keep(id.value(), request.patient());
        patients.mark(id, marked);
        return new Filed.Requested(id, about.caseCode());
    }

    private List<TransferId> seen(List<TransferId> live, Organisation asker, boolean seesAll) {
        live.forEach(
                id ->
                        audit.record(
                                "same-patient-asked-again",
                                "transfer",
                                id.value().toString(),
                                Map.of("by", asker.code())));
        return live.stream().filter(id -> seesAll || isFrom(id, asker)).toList();
    }

    private boolean isFrom(TransferId id, Organisation asker) {
        return transfers.find(id).map(t -> t.about().origin().equals(asker)).orElse(false);
    }
}
