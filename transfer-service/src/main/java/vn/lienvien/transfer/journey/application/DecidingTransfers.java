package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.PlacementNews;
import vn.lienvien.transfer.journey.domain.TransferId;

/** What people decide, what they report, and what bed-service says, applied to one transfer. */
@ApplicationScoped
public class DecidingTransfers {

    private final Transfers transfers;
    private final Audit audit;

    public DecidingTransfers(Transfers transfers, Audit audit) {
        this.transfers = transfers;
        this.audit = audit;
    }

    @Transactional
    public Outcome.Decided decide(
            TransferId id, String what, Command command, Said said, Map<String, Object> values) {
        var decided =
                transfers.change(
                        id,
                        new Entry(what, said, values, false),
                        (transfer, now) -> transfer.decide(command, said.occurredAt(now), now));
        if (decided instanceof Outcome.Changed && stepsIn(command, said)) {
            audit.record("stepped-in", "transfer", id.value().toString(), Map.of("what", what));
        }
        return decided;
    }

    @Transactional
    public Outcome.Recorded record(
            TransferId id, String what, Fact fact, Said said, Map<String, Object> values) {
        return transfers.change(
                id,
                new Entry(what, said, values, true),
                (transfer, now) -> transfer.record(fact, said.occurredAt(now), now));
    }

    @Transactional
    public Outcome.Followed follow(
            TransferId id,
            String what,
            PlacementNews news,
            int attempt,
            Said said,
            Map<String, Object> values) {
        return transfers.change(
                id,
                new Entry(what, said, values, true),
                (transfer, now) -> transfer.follow(news, attempt, said.occurredAt(now)));
    }

    /** A coordinator's hand, and a gate that was overridden, are looked at afterwards. */
    private static boolean stepsIn(Command command, Said said) {
        return Roles.COORDINATOR.equals(said.role())
                || (command instanceof Command.DeclareReady(boolean overridden) && overridden);
    }
}
