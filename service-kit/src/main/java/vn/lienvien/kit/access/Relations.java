package vn.lienvien.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.sql.Sql;

/**
 * Who may see which transfer: the one access decision behind REST, stream, export and print (I15).
 * Each service projects the relations from events. Whoever has none is answered as if the transfer
 * were not there.
 */
@ApplicationScoped
public class Relations {

    private static final String HELD =
            """
            select role from relation
            where transfer_id = ? and organisation = any(?)
              and (held_until is null or held_until > app_now()
                   or (held_from <= ?::timestamptz and held_until > ?::timestamptz))
            order by held_until is null desc, array_position(array['ORIGIN','ACCEPTED','TEAM','CONSULTED','CANDIDATE'], role)
            limit 1
            """;

    private final Sql sql;

    Relations(Sql sql) {
        this.sql = sql;
    }

    /** From then on the organisation is this to the transfer; a repeat changes nothing. */
    public void open(UUID transfer, OrganisationCode organisation, RelationRole role, Instant at) {
        sql.run(
                "insert into relation (transfer_id, organisation, role, held_from) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                transfer,
                organisation.value(),
                role.name(),
                at);
    }

    public void close(UUID transfer, OrganisationCode organisation, RelationRole role, Instant at) {
        sql.run(
                "update relation set held_until = greatest(held_from, ?::timestamptz)"
                        + " where transfer_id = ? and organisation = ? and role = ? and held_until is null",
                at,
                transfer,
                organisation.value(),
                role.name());
    }

    /** Only this organisation is it from then on; no other, whenever it began. */
    public void closeOthers(UUID transfer, OrganisationCode but, RelationRole role, Instant at) {
        sql.run(
                "update relation set held_until = greatest(held_from, ?::timestamptz)"
                        + " where transfer_id = ? and organisation <> ? and role = ? and held_until is null",
                at,
                transfer,
                but.value(),
                role.name());
    }

    /**
     * The strongest relation of one of these organisations that holds now, or held when it
     * happened: a log written offline counts although the transfer has been diverted since.
     *
     * @param organisations to act, the one chosen in this request only, not any the person belongs
     *     to
     * @param occurredAt null means now
     */
    public Optional<RelationRole> held(
            UUID transfer, Collection<OrganisationCode> organisations, Instant occurredAt) {
        return sql.first(
                HELD,
                row -> RelationRole.valueOf(row.getString(1)),
                transfer,
                organisations.stream().map(OrganisationCode::value).toList(),
                occurredAt,
                occurredAt);
    }

    public boolean maySee(Actor actor, UUID transfer) {
        return actor.has(Roles.COORDINATOR)
                || held(transfer, actor.organisations(), null).isPresent();
    }
}
