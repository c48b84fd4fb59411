package vn.lienvien.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;

/**
 * What ladders order and take back, in the transaction of the rung that orders it. The row is the
 * promise: once committed, some replica tries it within moments, however often this one dies.
 */
@ApplicationScoped
public class Deliveries {

    private final Sql sql;
    private final Event<Ordered> orders;
    private final Channels channels;
    private final Settling settling;
    private final Dispatcher dispatcher;
    private final NoticeJson json;

    Deliveries(
            Sql sql,
            Event<Ordered> orders,
            Channels channels,
            Settling settling,
            Dispatcher dispatcher,
            NoticeJson json) {
        this.sql = sql;
        this.orders = orders;
        this.channels = channels;
        this.settling = settling;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    /** Something was ordered, and may be tried once that is committed. */
    record Ordered() {}

    /** Orders it; ordered before, it changes nothing. */
    public void tell(Telling telling) {
        List<Way> usable =
                telling.ways().stream().filter(way -> channels.isSetUp(way.channel())).toList();
        for (int place = 0; place < usable.size(); place++) {
            order(telling, usable.get(place), place);
        }
        orders.fire(new Ordered());
    }

    /** Somebody knows: nobody else is disturbed any more. */
    public void withdraw(UUID obligation) {
        sql.run(
                """
                update delivery set state = 'WITHDRAWN', ended_at = app_now()
                 where obligation_id = ? and state in ('STANDBY', 'DUE')
                """,
                obligation);
    }

    /** These tellings of it are no longer wanted; whoever else was told still is. */
    public void withdraw(UUID obligation, Collection<Integer> rungs) {
        sql.run(
                """
                update delivery set state = 'WITHDRAWN', ended_at = app_now()
                 where obligation_id = ? and rung = any(?) and state in ('STANDBY', 'DUE')
                """,
                obligation,
                rungs);
    }

    /** It reached the recipient's device, however late that is said. */
    public void received(UUID reference) {
        settling.received(reference);
    }

    /** It did not after all, so the next way is taken; what is known to be received stays so. */
    public void notReceived(UUID reference) {
        settling.notReceived(reference);
        dispatcher.wake();
    }

    private void order(Telling telling, Way way, int place) {
        boolean now = place == 0 || telling.manner() == Telling.Manner.AT_ONCE;
        sql.run(
                """
                insert into delivery (reference, obligation_id, rung, recipient, channel, address,
                    place, urgent, language, notice, state, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, app_now())
                on conflict do nothing
                """,
                Delivery.reference(telling, way),
                telling.obligation(),
                telling.rung(),
                telling.recipient(),
                way.channel(),
                way.address(),
                place,
                telling.notice().urgent(),
                telling.language().name(),
                json.write(telling.notice()),
                now ? "DUE" : "STANDBY");
    }
}
