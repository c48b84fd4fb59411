package vn.lienvien.bed.placement.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienvien.bed.Told;
import vn.lienvien.bed.Transfers;
import vn.lienvien.bed.Wards;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/**
 * All orders of hold, confirm, not now, consulting, lapse, end and redeliver for one transfer and
 * two slots, against PostgreSQL; after each step I1, I2, I7 and I9 hold, in the end I8 too. By
 * default every 31st order; all 5,040 with {@code -Devery.order=1}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EveryOrderIT {

    private static final NotNow NO = new NotNow(NotNowReason.OTHER, List.of(), false);

    /** Anything found is a violation. */
    private static final String VIOLATIONS =
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
            """;

    private static final String TIME_PASSES =
            """
            begin;
            select 1 from placement where transfer_id = '{transfer}' for update;
            update offer set until = app_now() where transfer_id = '{transfer}' and state in ('OPEN', 'CONSULTING');
            update slot set until = (select until from offer where id = slot.offer_id)
                where transfer_id = '{transfer}' and state = 'HELD';
            update placement set lapses_at = app_now() where transfer_id = '{transfer}' and lapses_at is not null;
            commit
            """;

    private static final String CONFIRMED_TOO_LATE =
            """
            with said as (select sequence, key, type,
                convert_from(payload, 'UTF8')::jsonb #>> '{offer,offerId}' as offer from outbox)
            select 'I8 confirmed after ' || over.type from said over join said yes using (key, offer)
            where yes.type like '%slot-confirmed%' and yes.sequence > over.sequence
                and (over.type like '%lapsed%' or over.type like '%not-now%' or over.type like '%released%')
            """;

    @Inject Told told;
    @Inject Allocating allocating;
    @Inject Answering answering;
    @Inject Lapsing lapsing;
    @Inject Placements placements;

    private enum Step {
        HOLD,
        CONFIRM,
        NOT_NOW,
        CONSULTING,
        LAPSE,
        END,
        REDELIVER
    }

    @Test
    void noOrderBreaksAnInvariant() throws SQLException {
        Wards.none();
        Wards.open("htd-hcmc.icu-adult", 1);
        Wards.open("cho-ray.icu-adult", 1);
        int every = Integer.getInteger("every.order", 31);
        var orders = orders(List.of(Step.values()));
        try (var connection = OwnerConnection.open()) {
            for (int i = 0; i < orders.size(); i += every) {
                play(orders.get(i), connection);
            }
            assertThat(rows(connection, CONFIRMED_TOO_LATE)).isEmpty();
        }
    }

    private void play(List<Step> order, Connection connection) throws SQLException {
        var transfer = Transfers.searched();
        var said = new ArrayList<Runnable>();
        for (var step : order) {
            take(step, transfer, said, connection);
            assertThat(rows(connection, VIOLATIONS)).as("%s at %s", order, step).isEmpty();
        }
        assertThat(rows(connection, "select distinct state from slot"))
                .as("after %s", order)
                .containsExactly("FREE");
    }

    private void take(Step step, Transfers transfer, List<Runnable> said, Connection connection)
            throws SQLException {
        var id = new TransferId(transfer.id());
        switch (step) {
            case HOLD -> {
                say(() -> told.that(transfer.requested()), said);
                place();
            }
            case END -> say(() -> told.that(transfer.ended()), said);
            case REDELIVER -> said.forEach(Runnable::run);
            case CONFIRM ->
                    latest(id).ifPresent(it -> answering.confirm(id, it, "Dr Invented", null));
            case NOT_NOW -> {
                latest(id).ifPresent(it -> answering.notNow(id, it, NO, null));
                place();
            }
            case CONSULTING -> latest(id).ifPresent(it -> answering.consulting(id, it, null));
            case LAPSE -> {
                try (var sql = connection.createStatement()) {
                    sql.execute(TIME_PASSES.replace("{transfer}", transfer.id().toString()));
                }
                while (lapsing.lapseNext()) {
                    // until nothing is due
                }
                place();
            }
        }
    }

    private static void say(Runnable event, List<Runnable> said) {
        event.run();
        said.add(event);
    }

    private void place() {
        while (allocating.pass()) {
            // until nothing is left to do
        }
    }

    /** The newest offer, whether it can still be answered or not. */
    private Optional<OfferId> latest(TransferId transfer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> placements.find(transfer))
                .map(Placement::offers)
                .filter(offers -> !offers.isEmpty())
                .map(List::getLast)
                .map(Offer::id);
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static List<List<Step>> orders(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Step>>();
        for (var first : steps) {
            var rest = new ArrayList<>(steps);
            rest.remove(first);
            for (var order : orders(rest)) {
                var one = new ArrayList<Step>();
                one.add(first);
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }
}
