package vn.lienvien.bed.capacity.adapter.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lienvien.bed.capacity.adapter.rest.sheet.BoardSheet;
import vn.lienvien.bed.capacity.application.Register;
import vn.lienvien.bed.capacity.application.Register.UnitPicture;

/** The board of all units as a file. */
@Path("/api/v1/capacity/board")
@Authenticated
@Tag(name = "capacity files")
@RunOnVirtualThread
public class BoardResource {

    private static final int PAGE = 200;

    private final Register register;
    private final UnitViews views;

    BoardResource(Register register, UnitViews views) {
        this.register = register;
        this.views = views;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "All units with their numbers, as CSV",
            description =
                    "What was never reported is blank. The columns of a report's file come first:"
                            + " corrected, those alone can be imported again.")
    @Produces(BoardSheet.TYPE)
    public Response board() {
        var lines = new ArrayList<BoardSheet.Line>();
        for (var cursor = ""; cursor != null; ) {
            var page = register.units(cursor, PAGE);
            page.forEach(it -> lines.add(line(it)));
            cursor = page.size() < PAGE ? null : page.getLast().code();
        }
        return Response.ok(BoardSheet.write(lines), BoardSheet.TYPE)
                .header("Content-Disposition", "attachment; filename=\"board.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private BoardSheet.Line line(UnitPicture it) {
        return new BoardSheet.Line(it, views.ageMinutes(it), views.freshness(it));
    }
}
