package vn.lienvien.simulation.transfer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.kernel.Database;
import vn.lienvien.simulation.kernel.Table;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.application.Announcing;
import vn.lienvien.transfer.journey.application.Entry;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.application.Transfers;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** The port of transfers as PostgreSQL keeps it: state, timeline and events in one transaction. */
final class MemoryTransfers implements Transfers {

    private final Table<TransferId, Transfer> rows;
    private final Table<TransferId, List<String>> timeline;
    private final Announcing announcing;
    private final DatabaseClock clock;
    private final Bug bug;

    MemoryTransfers(Database database, Announcing announcing, DatabaseClock clock, Bug bug) {
        this.rows = new Table<>(database);
        this.timeline = new Table<>(database);
        this.announcing = announcing;
        this.clock = clock;
        this.bug = bug;
    }

    @Override
    public void add(Outcome.Changed requested, RequestPapers papers, Entry entry, Instant now) {
        var transfer = requested.transfer();
        rows.put(transfer.about().id(), transfer);
        timeline.put(transfer.about().id(), List.of(entry.what()));
        announce(transfer, requested, entry.said().occurredBy(now));
    }

    @Override
    public <O extends Outcome> O change(
            TransferId id, Entry entry, BiFunction<Transfer, Instant, O> rule) {
        var kept = rows.get(id);
        var before = asTheRuleSees(kept, entry);
        var now = clock.now();
        O outcome = rule.apply(before, now);
        if (outcome instanceof Outcome.Changed changed) {
            rows.put(id, changed.transfer());
        }
        if (outcome instanceof Outcome.Changed
                || (entry.always() && !(outcome instanceof Outcome.Refused))) {
            var lines = new java.util.ArrayList<>(timeline.get(id));
            lines.add(entry.what());
            timeline.put(id, lines);
        }
        announce(kept, outcome, entry.said().occurredBy(now));
        return outcome;
    }

    @Override
    public Optional<Transfer> find(TransferId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean exists(TransferId id) {
        return rows.has(id);
    }

    @Override
    public boolean agree(TransferId id, RequestPapers.Agreement agreement) {
        return false;
    }

    @Override
    public ClinicalPicture picture(TransferId id, long version) {
        throw new UnsupportedOperationException("the simulation keeps no pictures");
    }

    @Override
    public void amend(
            TransferId id,
            long version,
            ClinicalPicture picture,
            List<Finding> confirmed,
            String by,
            Instant at) {}

    Collection<Transfer> all() {
        return rows.all();
    }

    List<String> timeline(TransferId id) {
        return timeline.get(id);
    }

    private Transfer asTheRuleSees(Transfer kept, Entry entry) {
        return bug == Bug.ENDED_STILL_FOLLOWS
                        && kept.state() instanceof JourneyState.Ended
                        && entry.what().startsWith("placement.")
                ? new Transfer(
                        kept.about(),
                        kept.search(),
                        kept.priority(),
                        kept.attempt(),
                        new JourneyState.Seeking(),
                        kept.team(),
                        kept.automation(),
                        kept.chronicle(),
                        kept.clinicalVersion())
                : kept;
    }

    private void announce(Transfer before, Outcome outcome, Instant at) {
        if (outcome.announced().isEmpty()) {
            return;
        }
        var after = outcome instanceof Outcome.Changed changed ? changed.transfer() : before;
        var audience = new HashSet<>(Parties.organisations(before));
        audience.addAll(Parties.organisations(after));
        announcing.announce(after, outcome.announced(), audience, at);
    }
}
