package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;

/** No handover any more: holds and obligations end, and a team on its way is called back. */
final class Ending {

    private Ending() {}

    static Changed of(Transfer transfer, EndKind kind, Instant at) {
        var events = new ArrayList<JourneyEvent>();
        var ended =
                transfer.in(
                        new JourneyState.Ended(
                                kind,
                                transfer.state().confirmed().orElse(null),
                                transfer.state().whereabouts().orElse(null)));
        if (transfer.team().canStandDown()) {
            ended = ended.with(transfer.team().standDown());
            events.add(
                    new JourneyEvent.TeamMoved(
                            transfer.team().organisation(), TeamState.STOOD_DOWN, at));
        }
        events.add(new JourneyEvent.TransferEnded(kind, at));
        return new Changed(ended.reached(Milestone.ENDED, at), events, List.of());
    }
}
