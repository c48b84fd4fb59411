package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * What two hospitals agreed, entered after the request, even on the road: it is decided on, and
 * kept with the papers in the same transaction, as if it had been filed.
 */
@ApplicationScoped
public class EnteringAgreement {

    private final DecidingTransfers deciding;
    private final Transfers transfers;

    EnteringAgreement(DecidingTransfers deciding, Transfers transfers) {
        this.deciding = deciding;
        this.transfers = transfers;
    }

    @Transactional
    public Outcome.Decided enter(
            TransferId id,
            String what,
            Command command,
            Said said,
            RequestPapers.Agreement agreement,
            Map<String, Object> values) {
        var decided = deciding.decide(id, what, command, said, values);
        if (decided instanceof Outcome.Refused || !transfers.agree(id, agreement)) {
            return decided;
        }
        return decided instanceof Outcome.Unchanged ? noted(id, what, said, values) : decided;
    }

    /** Who agreed is news, even where it moves nothing. */
    private Outcome.Decided noted(
            TransferId id, String what, Said said, Map<String, Object> values) {
        return transfers.change(
                id,
                new Entry(what, said, values, true),
                (transfer, _) -> new Outcome.Unchanged(transfer, List.of()));
    }
}
