package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.transfer.journey.application.TransferPages.Shown;
import vn.lienvien.transfer.journey.application.ViewingTransfers;
import vn.lienvien.transfer.journey.domain.Contradiction;
import vn.lienvien.transfer.journey.domain.TransferId;

/** The transfer as it is now, which is the answer to whatever was done with it. */
@ApplicationScoped
class Answers {

    private final ViewingTransfers viewing;
    private final Access access;

    Answers(ViewingTransfers viewing, Access access) {
        this.viewing = viewing;
        this.access = access;
    }

    Shown shown(UUID id) {
        return viewing.find(new TransferId(id)).orElseThrow(() -> Problem.notFound().exception());
    }

    Response with(Response.ResponseBuilder answer, UUID id) {
        return with(answer, id, List.of());
    }

    Response with(Response.ResponseBuilder answer, UUID id, List<Contradiction> flags) {
        var shown = shown(id);
        return answer.entity(Views.of(shown, flags, access.sight()))
                .tag(new EntityTag(Long.toString(shown.transfer().clinicalVersion())))
                .build();
    }
}
