package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.transfer.journey.application.DecidingTransfers;
import vn.lienvien.transfer.journey.application.EnteringAgreement;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Contradiction;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Does a command, or records a fact, once, and answers with the transfer as it is then. */
@ApplicationScoped
class CommandDesk {

    private final DecidingTransfers deciding;
    private final EnteringAgreement agreeing;
    private final Once once;
    private final Answers answers;
    private final Access access;
    private final Problems problems;

    CommandDesk(
            DecidingTransfers deciding,
            EnteringAgreement agreeing,
            Once once,
            Answers answers,
            Access access,
            Problems problems) {
        this.deciding = deciding;
        this.agreeing = agreeing;
        this.once = once;
        this.answers = answers;
        this.access = access;
        this.problems = problems;
    }

    /**
     * For who may not see the transfer any more: it is kept, and nothing else is told; what does
     * not fit would tell how it went on (I15).
     */
    record Receipt(UUID id) {}

    /** What is to be done with which transfer, asked for by whom. */
    record Asked(UUID id, String key, Dated body, String what, Access.Acting acting) {}

    Response decide(Asked asked, Command command, Map<String, Object> values) {
        return decide(
                asked,
                () ->
                        deciding.decide(
                                new TransferId(asked.id()),
                                asked.what(),
                                command,
                                asked.acting().saying(asked.body()),
                                values));
    }

    Response agree(
            Asked asked,
            Command command,
            RequestPapers.Agreement agreement,
            Map<String, Object> values) {
        return decide(
                asked,
                () ->
                        agreeing.enter(
                                new TransferId(asked.id()),
                                asked.what(),
                                command,
                                asked.acting().saying(asked.body()),
                                agreement,
                                values));
    }

    private Response decide(Asked asked, Supplier<Outcome.Decided> deciding) {
        var id = new TransferId(asked.id());
        var told =
                once.run(
                        asked.key(),
                        asked.body(),
                        () -> done(id, deciding.get()),
                        _ -> answer(asked.id(), List.of()));
        if (told.done().isRefused()) {
            throw problems.refused(told.done().refusal(), told.done().status());
        }
        return told.answer();
    }

    /** Answered afterwards: what goes wrong in telling must not undo a fact. */
    Response record(Asked asked, Fact fact, Map<String, Object> values) {
        var id = new TransferId(asked.id());
        var flags = new Flags();
        once.run(
                asked.key(),
                asked.body(),
                () -> {
                    var recorded =
                            deciding.record(
                                    id,
                                    asked.what(),
                                    fact,
                                    asked.acting().saying(asked.body()),
                                    values);
                    flags.said = recorded.flags();
                    return Done.ok(asked.id());
                });
        return answer(asked.id(), flags.said);
    }

    private Response answer(UUID id, List<Contradiction> flags) {
        return access.sees(id)
                ? answers.with(Response.ok(), id, flags)
                : Response.ok(new Receipt(id)).build();
    }

    static Done done(TransferId id, Outcome.Decided decided) {
        return switch (decided) {
            case Outcome.Changed _, Outcome.Unchanged _ -> Done.ok(id.value());
            case Outcome.Refused(var why) ->
                    new Done(Problems.status(why), null, null, Problems.code(why));
        };
    }

    /** A repeat is answered without them: they were told the first time. */
    private static final class Flags {
        private List<Contradiction> said = List.of();
    }
}
