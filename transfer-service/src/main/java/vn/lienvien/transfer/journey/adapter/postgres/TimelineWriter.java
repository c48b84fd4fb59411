package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.lienvien.transfer.journey.application.Entry;
import vn.lienvien.transfer.journey.domain.Outcome;

/** Adds lines to timelines; the locked row of the transfer counts them. */
@ApplicationScoped
class TimelineWriter {

    private static final String STALE = "STALE";

    private final TimelineRows rows;

    TimelineWriter(TimelineRows rows) {
        this.rows = rows;
    }

    void write(TransferRow transfer, Entry entry, Outcome outcome, Instant now) {
        add(next(transfer, entry, outcome, now));
    }

    void add(TimelineRow line) {
        rows.persist(line);
    }

    /** The next line; it is counted in the transfer's row. */
    static TimelineRow next(TransferRow transfer, Entry entry, Outcome outcome, Instant now) {
        var said = entry.said();
        var row = new TimelineRow();
        row.place = new TimelineRow.Place(transfer.id, ++transfer.timelineLength);
        row.what = entry.what();
        row.actor = said.actor();
        row.role = said.role();
        row.organisation = said.organisation();
        row.reason = said.reason();
        row.values = Documents.write(entry.values());
        row.flags = flags(outcome);
        row.occurredAt = said.occurredAt() == null ? now : said.occurredAt();
        row.recordedAt = now;
        return row;
    }

    private static String[] flags(Outcome outcome) {
        return outcome instanceof Outcome.Stale
                ? new String[] {STALE}
                : outcome.flags().stream().map(Enum::name).toArray(String[]::new);
    }
}
