package vn.lienvien.bed.placement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.bed.RefusalProblems;
import vn.lienvien.bed.placement.application.ReadingPlacements;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;

/** Runs a command on a placement once, audits it, and answers with the placement as it is now. */
@ApplicationScoped
class Commands {

    private final Once once;
    private final Audit audit;
    private final ReadingPlacements reading;
    private final PlacementViews views;
    private final PlacementAccess access;

    Commands(
            Once once,
            Audit audit,
            ReadingPlacements reading,
            PlacementViews views,
            PlacementAccess access) {
        this.once = once;
        this.audit = audit;
        this.reading = reading;
        this.views = views;
        this.access = access;
    }

    /** What is done, and what the audit says of it. */
    record Command(
            String action, Map<String, String> codes, Supplier<Outcome<Placement>> deciding) {}

    PlacementView run(UUID transfer, String key, Object body, Command command) {
        var done = once(transfer, key, body, command);
        if (done.isRefused()) {
            throw RefusalProblems.of(done.refusal()).exception();
        }
        var placement = reading.find(new TransferId(transfer)).orElseThrow();
        return views.of(placement, access.sight());
    }

    /** For several commands of one request; a refusal is an answer among others. */
    Done once(UUID transfer, String key, Object body, Command command) {
        return once.run(key, body, () -> done(transfer, command));
    }

    private Done done(UUID transfer, Command command) {
        return switch (command.deciding().get()) {
            case Outcome.Changed<Placement> _ -> {
                audit.record(command.action(), "transfer", transfer.toString(), command.codes());
                yield Done.ok(transfer);
            }
            case Outcome.Unchanged<Placement> _ -> Done.ok(transfer);
            case Outcome.Refused<Placement>(var why) -> Done.refused(RefusalProblems.code(why));
        };
    }
}
