package vn.lienvien.notification.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;

/** The stored obligations. Whoever changes one locks its row first, and only then asks the time. */
@ApplicationScoped
class Obligations implements PanacheRepositoryBase<ObligationRow, UUID> {

    private static final String TIMES_COME =
            """
            select id from obligation where next_at <= app_now() and id <> all(?::uuid[])
            order by next_at limit ? for update skip locked
            """;

    private final Sql sql;

    Obligations(Sql sql) {
        this.sql = sql;
    }

    /** Whatever stands for a subject, locked. */
    List<ObligationRow> standing(String subject) {
        return find("subject = ?1 and ended is null order by id", subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<ObligationRow> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Those whose next rung is due, locked, passing over what another replica has in hand.
     *
     * @param but these
     */
    List<UUID> whoseTimeHasCome(int most, Collection<UUID> but) {
        return sql.list(TIMES_COME, row -> row.getObject(1, UUID.class), but, most);
    }

    List<ObligationRow> all(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
