package vn.lienvien.notification.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.NotificationConfig;
import vn.lienvien.notification.contact.Contacts;

/**
 * What was or will be sent. Planned in the transaction that makes it due, sent afterwards at least
 * once (I5): a delivery whose sender died is taken again when its lease is over.
 */
@ApplicationScoped
public class Deliveries {

    private static final String PLAN =
            """
            insert into delivery
                (id, obligation_id, step, channel, address, language, notice, planned_at, next_at)
            values (?, ?, ?, 'EMAIL', ?, ?, ?::jsonb, app_now(), app_now())
            on conflict (obligation_id, step, channel, address) do nothing
            """;

    private static final String TAKE =
            """
            update delivery set attempts = attempts + 1, next_at = app_now() + interval '1 minute'
            where id in (select id from delivery where next_at <= app_now()
                         order by next_at limit ? for update skip locked)
            returning id, address, language, notice, planned_at, attempts
            """;

    private static final String FAILED =
            """
            update delivery set fault = ?,
                next_at = case when app_now() - planned_at < ? * interval '1 millisecond'
                               then app_now() + ? * interval '1 millisecond' end,
                given_up_at = case when app_now() - planned_at < ? * interval '1 millisecond'
                                   then null else app_now() end
            where id = ?
            """;

    private final Sql sql;
    private final Ids ids;
    private final Contacts contacts;
    private final ObjectMapper json;
    private final NotificationConfig.Mail config;

    Deliveries(Sql sql, Ids ids, Contacts contacts, ObjectMapper json, NotificationConfig config) {
        this.sql = sql;
        this.ids = ids;
        this.contacts = contacts;
        this.json = json;
        this.config = config.mail();
    }

    /** Plans a mail to the mailbox of a role, if mail is on and the role has one. */
    public void plan(Notice notice, String organisation, String role) {
        if (!config.enabled()) {
            return;
        }
        contacts.of(organisation, role)
                .filter(contact -> contact.email() != null)
                .ifPresent(
                        contact ->
                                sql.run(
                                        PLAN,
                                        ids.next(),
                                        notice.obligation(),
                                        notice.step(),
                                        contact.email(),
                                        contact.language(),
                                        written(notice)));
    }

    /** Takes some that are due, for a minute, passing over what another replica has in hand. */
    List<Delivery> take(int most) {
        return sql.list(TAKE, this::read, most);
    }

    void sent(Delivery delivery) {
        sql.run(
                "update delivery set sent_at = app_now(), next_at = null, fault = null where id = ?",
                delivery.id());
    }

    /** Tries again after a pause that doubles, until the mail would only confuse. */
    void failed(Delivery delivery, String fault) {
        var giveUp = config.giveUp().toMillis();
        sql.run(
                FAILED,
                fault,
                giveUp,
                pause(delivery.attempts()).toMillis(),
                giveUp,
                delivery.id());
    }

    private Duration pause(int attempts) {
        var doubled = config.firstPause().multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
    }

    private Delivery read(ResultSet row) throws SQLException {
        try {
            return new Delivery(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    json.readValue(row.getString(4), Notice.class),
                    Sql.instant(row, 5),
                    row.getInt(6));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice of our own cannot be read", e);
        }
    }

    private String written(Notice notice) {
        try {
            return json.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
