package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Where transfers are kept. State, lock, time, timeline and events cannot be separated. */
public interface Transfers {

    /** Keeps a new transfer, as requested, with its first clinical picture. */
    void add(Outcome.Changed requested, RequestPapers papers, Entry entry, Instant now);

    /**
     * Locks the transfer, then reads the database's clock, applies the rule, and in the same
     * transaction keeps what came of it: the row, a line of the timeline, who has which part, and
     * the events.
     */
    <O extends Outcome> O change(TransferId id, Entry entry, BiFunction<Transfer, Instant, O> rule);

    /** The state now, without a lock. */
    Optional<Transfer> find(TransferId id);

    boolean exists(TransferId id);

    /** The clinical picture of a version that there is. */
    ClinicalPicture picture(TransferId id, long version);

    /**
     * Keeps what was agreed with the papers of a transfer that this transaction has locked; false
     * when it is there already.
     */
    boolean agree(TransferId id, RequestPapers.Agreement agreement);

    /** Adds a version of the clinical picture, with the unusual values that were confirmed. */
    void amend(
            TransferId id,
            long version,
            ClinicalPicture picture,
            List<Finding> confirmed,
            String by,
            Instant at);
}
