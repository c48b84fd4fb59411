package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** What screens are made of. */
public interface TransferPages {

    /** A transfer with its papers and the present clinical picture. */
    record Shown(Transfer transfer, RequestPapers papers) {}

    /**
     * What a list is narrowed to.
     *
     * @param seenBy organisations of the reader; empty: a coordinator, who sees all
     * @param live neither handed over nor ended; null for either
     * @param before the last one of the page before, or null
     */
    record Filter(
            Set<Organisation> seenBy,
            String state,
            String urgency,
            String origin,
            String caseCode,
            Boolean live,
            UUID before,
            int limit) {}

    /** One line of the timeline. */
    record Line(
            int sequence,
            String what,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String role,
            String organisation,
            String reason,
            List<String> flags,
            Map<String, Object> values) {}

    Optional<Shown> find(TransferId id);

    /** The newest first. */
    List<Transfer> list(Filter filter);

    List<Line> timeline(TransferId id);
}
