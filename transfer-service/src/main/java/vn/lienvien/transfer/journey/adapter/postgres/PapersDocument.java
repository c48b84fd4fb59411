package vn.lienvien.transfer.journey.adapter.postgres;

import java.util.List;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.application.RequestPapers;

/** The papers of a request as stored; the clinical picture has its own versions. */
record PapersDocument(
        String reason,
        RequestPapers.Agreement agreement,
        List<RequestPapers.Contact> contacts,
        List<Finding> confirmed) {

    static PapersDocument of(RequestPapers papers) {
        return new PapersDocument(
                papers.reason(), papers.agreement(), papers.contacts(), papers.confirmed());
    }

    PapersDocument agreeing(RequestPapers.Agreement other) {
        return new PapersDocument(reason, other, contacts, confirmed);
    }

    RequestPapers with(ClinicalPicture clinical) {
        return with(clinical, confirmed);
    }

    /**
     * @param atAmendment what was confirmed with this picture
     */
    RequestPapers with(ClinicalPicture clinical, List<Finding> atAmendment) {
        return new RequestPapers(clinical, reason, agreement, contacts, atAmendment);
    }
}
