package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.notification.obligation.domain.CaseFile;
import vn.lienvien.notification.obligation.domain.Change;
import vn.lienvien.notification.obligation.domain.Happening;
import vn.lienvien.notification.obligation.domain.Obligation.Outcome;
import vn.lienvien.notification.obligation.domain.ObligationId;
import vn.lienvien.notification.obligation.domain.Policies;
import vn.lienvien.notification.obligation.domain.Source;
import vn.lienvien.notification.obligation.domain.Standing;

/**
 * Applies what happened to what is stored. Two replicas may read the two topics of one transfer at
 * once; the lock on the subject lets the second see what the first left.
 */
@ApplicationScoped
class CaseFiles {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final Obligations obligations;
    private final Marks marks;
    private final CaseNeeds needs;
    private final Policies policies;
    private final Announcing announcing;
    private final CarryingOut carrying;
    private final DatabaseClock clock;
    private final Sql sql;
    private final Ids ids;

    CaseFiles(
            Obligations obligations,
            Marks marks,
            CaseNeeds needs,
            Policies policies,
            Announcing announcing,
            CarryingOut carrying,
            DatabaseClock clock,
            Sql sql,
            Ids ids) {
        this.obligations = obligations;
        this.marks = marks;
        this.needs = needs;
        this.policies = policies;
        this.announcing = announcing;
        this.carrying = carrying;
        this.clock = clock;
        this.sql = sql;
        this.ids = ids;
    }

    /**
     * Needs a transaction.
     *
     * @param saidAt by the clock of whoever says it
     */
    void apply(Happening said, Instant saidAt) {
        if (!policies.concern(said)) {
            return;
        }
        var subject = said.subject().key();
        sql.list(LOCK, _ -> true, subject);
        var happening = said.urgency() == null ? said : ranked(said);
        var rows =
                obligations.standing(subject).stream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
        var file = new CaseFile(standing(rows), marks.of(subject));
        var now = clock.now();
        file.on(happening, saidAt, policies, now)
                .forEach(change -> keep(change, happening, rows, now));
    }

    private Happening ranked(Happening said) {
        var transfer = said.subject().transfer();
        var known = needs.urgency(transfer).orElse(null);
        if (said.source() == Source.TRANSFER && said.urgency() != known) {
            needs.rank(transfer, said.urgency());
        }
        return said.knowing(known);
    }

    private List<Standing> standing(Map<UUID, ObligationRow> rows) {
        return rows.values().stream()
                .map(
                        row ->
                                new Standing(
                                        new ObligationId(row.id),
                                        row.obligation(policies),
                                        row.attempt,
                                        row.urgency))
                .toList();
    }

    private void keep(
            Change change, Happening happening, Map<UUID, ObligationRow> rows, Instant now) {
        switch (change) {
            case Change.Opened(var opened) -> {
                var row = ObligationRow.of(ids.next(), happening, opened.now());
                announcing.opened(row);
                carrying.carryOut(row, opened, now);
                obligations.persist(row);
            }
            case Change.OpenedTooLate(var ended) ->
                    obligations.persist(ObligationRow.of(ids.next(), happening, ended));
            case Change.OpenedAgain(var id, var attempt) -> rows.get(id.value()).attempt = attempt;
            case Change.Altered(var id, var altered) ->
                    carrying.carryOut(rows.get(id.value()), altered, now);
            case Change.Reclassed(var id, var urgency, var hastened) -> {
                var row = rows.get(id.value());
                row.urgency = urgency;
                if (hastened instanceof Outcome.Changed changed) {
                    carrying.carryOut(row, changed, now);
                }
            }
            case Change.Remembered(var mark, var attempt) ->
                    marks.keep(happening.subject().key(), mark, attempt, now);
        }
    }
}
