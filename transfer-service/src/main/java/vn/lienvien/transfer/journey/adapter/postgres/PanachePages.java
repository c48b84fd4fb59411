package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.application.TransferPages;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Lists go by the id, which is made in the order of time: no counting, no offset. */
@ApplicationScoped
class PanachePages implements TransferPages {

    private final TransferRows rows;
    private final ClinicalRows clinical;
    private final TimelineRows timeline;

    PanachePages(TransferRows rows, ClinicalRows clinical, TimelineRows timeline) {
        this.rows = rows;
        this.clinical = clinical;
        this.timeline = timeline;
    }

    @Override
    public Optional<Shown> find(TransferId id) {
        return rows.findByIdOptional(id.value()).map(this::shown);
    }

    private Shown shown(TransferRow row) {
        var key = new ClinicalRow.Key(row.id, row.clinicalVersion);
        var shown = clinical.findById(key);
        var picture = Documents.read(shown.picture, ClinicalPicture.class);
        var papers = Documents.read(row.papers, PapersDocument.class);
        return new Shown(
                JourneyDocument.read(row),
                shown.confirmed == null
                        ? papers.with(picture)
                        : papers.with(
                                picture,
                                List.of(Documents.read(shown.confirmed, Finding[].class))));
    }

    @Override
    public List<Transfer> list(Filter filter) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (!filter.seenBy().isEmpty()) {
            conditions.add(
                    "id in (select r.key.transfer from RelationRow r"
                            + " where r.key.organisation in :seenBy and r.heldUntil is null)");
            values.put("seenBy", filter.seenBy().stream().map(one -> one.code()).toList());
        }
        narrow(conditions, values, "state = :state", "state", filter.state());
        narrow(conditions, values, "urgency = :urgency", "urgency", filter.urgency());
        narrow(conditions, values, "origin = :origin", "origin", filter.origin());
        narrow(conditions, values, "caseCode = :caseCode", "caseCode", filter.caseCode());
        if (filter.live() != null) {
            // said outright, or the index of those that live could not serve it
            conditions.add(filter.live() ? "live = true" : "live = false");
        }
        narrow(conditions, values, "id < :before", "before", filter.before());
        var where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
        return rows.find(where + " order by id desc", values).page(0, filter.limit()).stream()
                .map(JourneyDocument::read)
                .toList();
    }

    private static void narrow(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    @Override
    public List<Line> timeline(TransferId id) {
        return timeline
                .find(
                        "place.transfer = :transfer order by place.sequence",
                        Map.of("transfer", id.value()))
                .stream()
                .map(PanachePages::line)
                .toList();
    }

    private static Line line(TimelineRow row) {
        @SuppressWarnings("unchecked") // keys of a JSON object are strings
        Map<String, Object> values = Documents.read(row.values, Map.class);
        return new Line(
                row.place.sequence(),
                row.what,
                row.occurredAt,
                row.recordedAt,
                row.actor,
                row.role,
                row.organisation,
                row.reason,
                List.of(row.flags),
                values);
    }
}
