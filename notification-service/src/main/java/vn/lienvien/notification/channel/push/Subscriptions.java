package vn.lienvien.notification.channel.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.channel.ChannelConfig;

/** Which browsers show alerts to whom. */
@ApplicationScoped
class Subscriptions {

    private final Sql sql;
    private final ChannelConfig.Push config;

    Subscriptions(Sql sql, ChannelConfig config) {
        this.sql = sql;
        this.config = config.push();
    }

    /** Takes the endpoint over from whoever had it; a person's oldest browsers give way. */
    UUID keep(String person, Browser browser) {
        UUID id =
                sql.one(
                        """
                        insert into push_subscription (id, person, endpoint, p256dh, auth)
                        values (?, ?, ?, ?, ?)
                        on conflict (endpoint) do update set person = excluded.person,
                            p256dh = excluded.p256dh, auth = excluded.auth, subscribed_at = app_now()
                        returning id
                        """,
                        row -> row.getObject(1, UUID.class),
                        browser.id(),
                        person,
                        browser.endpoint(),
                        browser.p256dh(),
                        browser.auth());
        sql.run(
                """
                delete from push_subscription where id in (
                    select id from push_subscription where person = ?
                     order by subscribed_at desc, id offset ?)
                """,
                person,
                config.subscriptionsPerPerson());
        return id;
    }

    List<Browser> of(String person) {
        return sql.list(
                """
                select id, endpoint, p256dh, auth from push_subscription
                 where person = ? order by subscribed_at desc
                """,
                row ->
                        new Browser(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                person);
    }

    /** Answers whether it was this person's. */
    boolean end(UUID id, String person) {
        return sql.run("delete from push_subscription where id = ? and person = ?", id, person) > 0;
    }

    /** The push service says that it is gone. */
    void expired(UUID id) {
        sql.run("delete from push_subscription where id = ?", id);
    }
}
