package vn.lienvien.kit.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.MDC;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.sql.Json;
import vn.lienvien.kit.sql.Sql;

/**
 * Writes down who did or read what, in the transaction that does it; for a read, before the body is
 * sent (I16). Rows can be inserted only, and {@link AuditChain} makes later changes show.
 */
@ApplicationScoped
public class Audit {

    /** Stands for the service itself: a timer or a handler. */
    private static final String SERVICE = "service";

    private final Sql sql;
    private final CurrentActor current;

    public Audit(Sql sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
    }

    /**
     * @param codes what else matters, as codes: reason, legal basis, fields; no identity
     */
    public void record(
            String action, String subjectType, String subjectId, Map<String, String> codes) {
        boolean person = Arc.container().requestContext().isActive() && current.known();
        Actor actor = person ? current.get() : null;
        sql.run(
                "insert into audit (actor, organisation, action, subject_type, subject_id, codes, request_id)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?)",
                person ? actor.user() : SERVICE,
                person ? actor.organisation().value() : null,
                action,
                subjectType,
                subjectId,
                Json.write(codes),
                MDC.get("requestId"));
    }
}
