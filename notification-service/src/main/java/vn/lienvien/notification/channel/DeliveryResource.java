package vn.lienvien.notification.channel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.kit.access.Actor;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.sql.Sql;

/** For whoever asks at night: was anybody reached, and how? */
@Path("/api/v1/obligations/{obligation}/deliveries")
@Tag(name = "channels")
@RunOnVirtualThread
class DeliveryResource {

    private final Sql sql;
    private final CurrentActor current;

    DeliveryResource(Sql sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
    @Operation(
            summary = "Every message about an obligation, and what became of it",
            description =
                    "In the order in which they were told and would be tried; empty when nobody there"
                            + " has a way that this installation can use.")
    public List<DeliveryView> about(@PathParam("obligation") UUID obligation) {
        if (!isThere(obligation)) {
            throw Problem.notFound().exception();
        }
        return sql.list(
                """
                select reference, rung, recipient, channel, address, state, reason, attempts,
                       ordered_at, tried_at, case state when 'DUE' then due_at end, ended_at
                  from delivery where obligation_id = ?
                 order by rung, ordered_at, recipient, place
                """,
                DeliveryResource::view,
                obligation);
    }

    /** To a coordinator all are, to an admin those of her organisation. */
    private boolean isThere(UUID obligation) {
        Actor actor = current.get();
        return sql.one(
                "select exists (select from obligation where id = ? and (? or organisation = ?))",
                row -> row.getBoolean(1),
                obligation,
                actor.has(Roles.COORDINATOR),
                actor.organisation().value());
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                DeliveryView.State.valueOf(row.getString(6)),
                row.getString(7),
                row.getInt(8),
                Sql.instant(row, 9),
                Sql.instant(row, 10),
                Sql.instant(row, 11),
                Sql.instant(row, 12));
    }
}
