package vn.lienvien.kit.app;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.access.CurrentActor;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.sql.Sql;

/**
 * The smallest service there is: it stores notes, once each. Its table is made by {@link Notes},
 * not by a migration, which every service that uses the kit's test-jar would run too.
 */
@Path("/api/v1/notes")
@RunOnVirtualThread
class NotesResource {

    private final Once once;
    private final Sql sql;
    private final Ids ids;
    private final Audit audit;
    private final CurrentActor actor;

    NotesResource(Once once, Sql sql, Ids ids, Audit audit, CurrentActor actor) {
        this.once = once;
        this.sql = sql;
        this.ids = ids;
        this.audit = audit;
        this.actor = actor;
    }

    record Line(@NotNull String text, @Min(0) @Max(10) int weight) {}

    record Note(@NotNull List<@Valid Line> lines, OrganisationCode about) {}

    @POST
    @RolesAllowed(Roles.DOCTOR)
    public Done write(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Note note) {
        return once.run(
                key,
                note,
                () -> {
                    if (note.lines().isEmpty()) {
                        return Done.refused("empty-note");
                    }
                    var id = ids.next();
                    sql.run("insert into note (id) values (?)", id);
                    audit.record("note-written", "note", id.toString(), Map.of());
                    return Done.created(id);
                });
    }

    @GET
    @RolesAllowed({Roles.DOCTOR, Roles.NURSE})
    public Map<String, String> me(@QueryParam("limit") @Max(100) Integer limit) {
        return Map.of("user", actor.get().user(), "for", actor.get().organisation().value());
    }

    @GET
    @Path("/fault")
    @RolesAllowed(Roles.DOCTOR)
    public String fault() {
        return sql.one("select secret from no_such_table", row -> row.getString(1));
    }

    /** The database's own error tells the whole row. */
    @GET
    @Path("/bad-row")
    @RolesAllowed(Roles.DOCTOR)
    public int badRow() {
        return sql.run("insert into strict_note (text, weight) values ('Canary', -1)");
    }

    /** As a database whose host is gone: nothing comes, nor does the connection end. */
    @GET
    @Path("/silence")
    @RolesAllowed(Roles.DOCTOR)
    public int silence() {
        return sql.run("set transaction_timeout = 0; select pg_sleep(40)");
    }

    @GET
    @Path("/slow")
    @RolesAllowed(Roles.DOCTOR)
    public String slow() {
        sql.run("select pg_sleep(?)", 3.0);
        return "done";
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "never seen";
    }
}
