package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.clinical.ClinicalCheck;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * The clinical picture in a new version, if nobody else made one meanwhile. What it says of the
 * needs is searched for in the same transaction.
 */
@ApplicationScoped
public class AmendingClinical {

    private final Transfers transfers;
    private final DatabaseClock clock;

    AmendingClinical(Transfers transfers, DatabaseClock clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * @param checked nothing in it is refused, and what is unusual is confirmed
     */
    @Transactional
    public Amended amend(TransferId id, long seen, ClinicalCheck checked, Said said) {
        var overtaken = new long[] {seen};
        var outcome =
                transfers.change(
                        id,
                        new Entry("transfer.clinical-amended", said, Map.of(), false),
                        (transfer, now) -> {
                            overtaken[0] = transfer.clinicalVersion();
                            return amended(transfer, seen, checked.picture(), said, now);
                        });
        if (overtaken[0] != seen) {
            return new Amended.Overtaken(overtaken[0]);
        }
        if (outcome instanceof Outcome.Changed changed) {
            transfers.amend(
                    id,
                    changed.transfer().clinicalVersion(),
                    checked.picture(),
                    checked.unusual(),
                    said.actor(),
                    clock.now());
        }
        return new Amended.Done(outcome);
    }

    private Outcome.Decided amended(
            Transfer transfer, long seen, ClinicalPicture picture, Said said, Instant now) {
        if (transfer.clinicalVersion() != seen) {
            return new Outcome.Unchanged(transfer, List.of());
        }
        var replaced = transfers.picture(transfer.about().id(), seen);
        var amendment =
                new Command.AmendClinical(PictureNeeds.of(replaced), PictureNeeds.of(picture));
        return transfer.decide(amendment, said.occurredAt(now), now);
    }
}
