package vn.lienvien.bed.placement.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.bed.placement.domain.Candidate;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.kit.test.PostgresResource;

/**
 * All 5,040 orders of hold, confirm, not now, consulting, lapse, end and redeliver for one transfer
 * and two slots, against PostgreSQL. They are walked as the tree they are: what orders have in
 * common is done once, and undone by a savepoint. After each of the 13,699 steps I1, I2, I7 and I9
 * hold and the rows say what the domain alone says; in the end I8 holds too.
 *
 * <p>Each call of the service ends as a transaction does (flushed, forgotten, deferred constraints
 * checked) but is not committed, so that nothing is left and no sweeper of the service interferes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EveryOrderIT {

    static final NotNow NO = new NotNow(NotNowReason.OTHER, List.of(), false);
    static final String DOCTOR = "Dr Invented";

    private static final int ORDERS = 5_040;
    private static final int STEPS = 13_699;
    private static final int PATIENCE_SECONDS = 600;

    private static final List<OrganisationId> HOSPITALS =
            List.of(new OrganisationId("htd-hcmc"), new OrganisationId("cho-ray"));

    /** Anything found is a violation; and the slots as they are. */
    private static final String FOUND =
            """
            select 'I1 two live offers for slot ' || slot_id from offer
                where state in ('OPEN', 'CONSULTING') group by slot_id having count(*) > 1
            union all
            select 'I2 ' || count(*) || ' places of ' || transfer_id from slot
                where transfer_id is not null group by transfer_id having count(*) > 1
            union all
            select 'I7 slot and offer differ: ' || coalesce(o.state, '-') || '/' || coalesce(s.state, '-')
                from (select * from offer where state in ('OPEN', 'CONSULTING')) o
                full join (select * from slot where state = 'HELD') s on s.offer_id = o.id
                where o.id is null or s.id is null or o.until is distinct from s.until
            union all
            select 'I9 ended with a slot: ' || p.transfer_id from placement p join slot s using (transfer_id)
                where p.stage = 'ENDED'
            union all
            select id || ' ' || state from slot
            """;

    private static final String CONFIRMED_TOO_LATE =
            """
            with said as (select sequence, key, type,
                convert_from(payload, 'UTF8')::jsonb #>> '{offer,offerId}' as offer from outbox)
            select 'I8 confirmed after ' || over.type from said over join said yes using (key, offer)
            where yes.type like '%slot-confirmed%' and yes.sequence > over.sequence
                and (over.type like '%lapsed%' or over.type like '%not-now%' or over.type like '%released%')
            """;

    private static final String TIME_PASSES =
            """
            update offer set until = app_now() where state in ('OPEN', 'CONSULTING');
            update slot set until = (select until from offer where id = slot.offer_id) where state = 'HELD';
            update placement set lapses_at = app_now() where lapses_at is not null
            """;

    private static final String COMMITTABLE =
            "set constraints all immediate; set constraints all deferred";

    @Inject Told told;
    @Inject Allocating allocating;
    @Inject Answering answering;
    @Inject Lapsing lapsing;
    @Inject Placements placements;
    @Inject WaitingList waiting;
    @Inject PlacementRules rules;
    @Inject EntityManager session;
    @Inject Sql sql;

    private final Transfers transfer = Transfers.searched();
    private final TransferId id = new TransferId(transfer.id());
    private int orders;
    private int steps;

    enum Step {
        HOLD,
        CONFIRM,
        NOT_NOW,
        CONSULTING,
        LAPSE,
        END,
        REDELIVER
    }

    @Test
    void noOrderBreaksAnInvariant() {
        Wards.none();
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("cho-ray.icu-adult", 1);
        var beginning = Foretold.nothingYet(undone(this::scene));
        for (var first : Step.values()) {
            undone(
                    () -> {
                        follow(new Path(List.of(), List.of(), null, beginning), first);
                        return first;
                    });
        }
        assertThat(steps).isEqualTo(STEPS);
        assertThat(orders).isEqualTo(ORDERS);
    }

    /**
     * @param said events to be told again
     * @param reached what the service has made of the steps so far; null while it knows of nothing
     * @param foretold what the domain alone has made of them
     */
    private record Path(
            List<Step> steps, List<Runnable> said, Placement reached, Foretold foretold) {

        /** The newest offer, whether it can still be answered or not. */
        Optional<OfferId> latest() {
            return Optional.ofNullable(reached)
                    .map(Placement::offers)
                    .filter(offers -> !offers.isEmpty())
                    .map(offers -> offers.getLast().id());
        }

        Set<Step> left() {
            var left = EnumSet.allOf(Step.class);
            steps.forEach(left::remove);
            return left;
        }
    }

    private void follow(Path before, Step step) {
        sql.run("savepoint before_step");
        var path = after(before, step);
        steps++;
        var found = new TreeSet<>(sql.list(FOUND, row -> row.getString(1)));
        assertThat(Foretold.picture(path.reached(), found))
                .as("%s", path.steps())
                .isEqualTo(path.foretold().picture());
        if (path.left().isEmpty()) {
            orders++;
            assertThat(sql.list(CONFIRMED_TOO_LATE, row -> row.getString(1)))
                    .as("%s", path.steps())
                    .isEmpty();
            assertThat(found).as("%s", path.steps()).allMatch(slot -> slot.endsWith(" FREE"));
        }
        path.left().forEach(next -> follow(path, next));
        sql.run("rollback to savepoint before_step; release savepoint before_step");
    }

    private Path after(Path before, Step step) {
        var said = new ArrayList<>(before.said());
        take(step, before, said);
        var steps = new ArrayList<>(before.steps());
        steps.add(step);
        var reached = placements.find(id).orElse(null);
        session.clear();
        return new Path(steps, said, reached, before.foretold().after(step));
    }

    private void take(Step step, Path before, List<Runnable> said) {
        switch (step) {
            case HOLD -> {
                say(() -> told.that(transfer.requested()), said);
                place();
            }
            case END -> say(() -> told.that(transfer.ended()), said);
            case REDELIVER -> said.forEach(this::ended);
            case CONFIRM ->
                    before.latest()
                            .ifPresent(it -> ended(() -> answering.confirm(id, it, DOCTOR, null)));
            case NOT_NOW -> {
                before.latest().ifPresent(it -> ended(() -> answering.notNow(id, it, NO, null)));
                place();
            }
            case CONSULTING ->
                    before.latest()
                            .ifPresent(it -> ended(() -> answering.consulting(id, it, null)));
            case LAPSE -> {
                sql.run(TIME_PASSES);
                while (ended(lapsing::lapseNext)) {
                    // until nothing is due
                }
                place();
            }
        }
    }

    private void say(Runnable event, List<Runnable> said) {
        ended(event);
        said.add(event);
    }

    private void place() {
        while (ended(allocating::pass)) {
            // until nothing is left to do
        }
    }

    private void ended(Runnable call) {
        ended(
                () -> {
                    call.run();
                    return call;
                });
    }

    /** What the end of its transaction would do, but for the commit. */
    private <T> T ended(Supplier<T> call) {
        var result = call.get();
        session.flush();
        session.clear();
        sql.run(COMMITTABLE);
        return result;
    }

    /** Asked of the service once, as it reads its register. */
    private Foretold.Scene scene() {
        told.that(transfer.requested());
        var placement = placements.find(id).orElseThrow();
        return new Foretold.Scene(
                placement.of(),
                placement.search(),
                waiting.seeker(placement.of().origin(), placement.search().needs()).orElseThrow(),
                waiting.board(HOSPITALS).all().stream().filter(Candidate::activated).toList(),
                rules);
    }

    private <T> T undone(Supplier<T> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(PATIENCE_SECONDS));
        try {
            sql.run("set local transaction_timeout = 0");
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
