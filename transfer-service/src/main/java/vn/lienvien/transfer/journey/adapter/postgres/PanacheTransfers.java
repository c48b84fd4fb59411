package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.clinical.ClinicalPicture;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.application.Announcing;
import vn.lienvien.transfer.journey.application.Differences;
import vn.lienvien.transfer.journey.application.Entry;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.application.Transfers;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.TransferId;

@ApplicationScoped
class PanacheTransfers implements Transfers {

    private final TransferRows rows;
    private final ClinicalRows clinical;
    private final TimelineWriter timeline;
    private final RelationKeeper relations;
    private final PanachePatients patients;
    private final Announcing announcing;
    private final DatabaseClock clock;

    PanacheTransfers(
            TransferRows rows,
            ClinicalRows clinical,
            TimelineWriter timeline,
            RelationKeeper relations,
            PanachePatients patients,
            Announcing announcing,
            DatabaseClock clock) {
        this.rows = rows;
        this.clinical = clinical;
        this.timeline = timeline;
        this.relations = relations;
        this.patients = patients;
        this.announcing = announcing;
        this.clock = clock;
    }

    @Override
    public void add(Outcome.Changed requested, RequestPapers papers, Entry entry, Instant now) {
        var transfer = requested.transfer();
        var row = new TransferRow();
        row.id = transfer.about().id().value();
        row.caseCode = transfer.about().caseCode().value();
        row.origin = transfer.about().origin().code();
        row.papers = Documents.write(PapersDocument.of(papers));
        row.changedAt = now;
        JourneyDocument.write(transfer, row);
        // Counted before the row is stored, or it would be written twice.
        var line = TimelineWriter.next(row, entry, requested, now);
        rows.persist(row);
        timeline.add(line);
        amend(
                transfer.about().id(),
                transfer.clinicalVersion(),
                papers.clinical(),
                papers.confirmed(),
                entry.said().actor(),
                now);
        relations.opened(transfer, now);
        announcing.announce(
                transfer,
                requested.announced(),
                Parties.organisations(transfer),
                entry.said().occurredBy(now));
    }

    @Override
    public <O extends Outcome> O change(
            TransferId id, Entry entry, BiFunction<Transfer, Instant, O> rule) {
        var row = locked(id.value());
        var now = clock.now();
        var before = JourneyDocument.read(row);
        O outcome = rule.apply(before, now);
        if (outcome instanceof Outcome.Changed changed) {
            keep(row, before, changed.transfer(), now);
        }
        if (worthALine(outcome, entry)) {
            timeline.write(row, entry.with(differences(before, outcome)), outcome, now);
            row.changedAt = now;
        }
        announce(before, outcome, entry.said().occurredBy(now));
        return outcome;
    }

    private void keep(TransferRow row, Transfer before, Transfer after, Instant now) {
        boolean wasLive = row.live;
        JourneyDocument.write(after, row);
        relations.moved(before, after, now);
        if (wasLive && !row.live) {
            patients.release(row.id);
        } else if (!wasLive && row.live) {
            patients.markAgain(after.about().id(), after.about().origin());
        }
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

    private static Map<String, Object> differences(Transfer before, Outcome outcome) {
        return outcome instanceof Outcome.Changed changed
                ? Differences.between(before, changed.transfer())
                : Map.of();
    }

    private static boolean worthALine(Outcome outcome, Entry entry) {
        return switch (outcome) {
            case Outcome.Changed _ -> true;
            case Outcome.Refused _ -> false;
            case Outcome.Unchanged _, Outcome.Stale _ -> entry.always();
        };
    }

    private TransferRow locked(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new IllegalStateException("no transfer " + id));
    }

    @Override
    public Optional<Transfer> find(TransferId id) {
        return rows.findByIdOptional(id.value()).map(JourneyDocument::read);
    }

    @Override
    public boolean exists(TransferId id) {
        return rows.count("id", id.value()) > 0;
    }

    @Override
    public ClinicalPicture picture(TransferId id, long version) {
        var row = clinical.findById(new ClinicalRow.Key(id.value(), version));
        return Documents.read(row.picture, ClinicalPicture.class);
    }

    @Override
    public boolean agree(TransferId id, RequestPapers.Agreement agreement) {
        var row = rows.findById(id.value());
        var papers = Documents.read(row.papers, PapersDocument.class);
        if (agreement.equals(papers.agreement())) {
            return false;
        }
        row.papers = Documents.write(papers.agreeing(agreement));
        return true;
    }

    @Override
    public void amend(
            TransferId id,
            long version,
            ClinicalPicture picture,
            List<Finding> confirmed,
            String by,
            Instant at) {
        var row = new ClinicalRow();
        row.key = new ClinicalRow.Key(id.value(), version);
        row.picture = Documents.write(picture);
        row.confirmed = Documents.write(confirmed);
        row.enteredBy = by;
        row.enteredAt = at;
        clinical.persist(row);
    }
}
