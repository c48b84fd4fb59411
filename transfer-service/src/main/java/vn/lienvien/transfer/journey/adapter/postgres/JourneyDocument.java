package vn.lienvien.transfer.journey.adapter.postgres;

import vn.lienvien.transfer.journey.domain.About;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.Chronicle;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Priority;
import vn.lienvien.transfer.journey.domain.Search;
import vn.lienvien.transfer.journey.domain.StateName;
import vn.lienvien.transfer.journey.domain.Team;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** The aggregate as it is stored: columns of its row, and this document. */
record JourneyDocument(
        Search search,
        Priority priority,
        int attempt,
        StateDocument state,
        Team team,
        Automation automation,
        Chronicle chronicle) {

    static Transfer read(TransferRow row) {
        var document = Documents.read(row.journey, JourneyDocument.class);
        return new Transfer(
                new About(
                        new TransferId(row.id),
                        new CaseCode(row.caseCode),
                        new Organisation(row.origin)),
                document.search,
                document.priority,
                document.attempt,
                document.state.state(),
                document.team,
                document.automation,
                document.chronicle,
                row.clinicalVersion);
    }

    static void write(Transfer transfer, TransferRow row) {
        row.state = StateName.of(transfer.state()).name();
        row.urgency = transfer.priority().urgency().name();
        row.live = transfer.state().live();
        row.clinicalVersion = transfer.clinicalVersion();
        row.journey =
                Documents.write(
                        new JourneyDocument(
                                transfer.search(),
                                transfer.priority(),
                                transfer.attempt(),
                                StateDocument.of(transfer.state()),
                                transfer.team(),
                                transfer.automation(),
                                transfer.chronicle()));
    }
}
