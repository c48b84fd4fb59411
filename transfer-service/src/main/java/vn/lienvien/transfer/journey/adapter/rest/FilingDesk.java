package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lienvien.kit.access.Roles;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.problem.ProblemException;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.clinical.ClinicalCheck;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.application.Filed;
import vn.lienvien.transfer.journey.application.RequestingTransfer;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Checks a request and files it once. */
@ApplicationScoped
class FilingDesk {

    private static final String SAME_PATIENT = "same-patient";
    private static final String ELSEWHERE = "same-patient-elsewhere";
    private static final int CONFLICT = 409;
    private static final String PATH = "/api/v1/transfers/";
    private static final Pattern IDS = Pattern.compile(",");

    private final RequestingTransfer requesting;
    private final Once once;
    private final Access access;
    private final DatabaseClock clock;
    private final Answers answers;
    private final Problems problems;

    FilingDesk(
            RequestingTransfer requesting,
            Once once,
            Access access,
            DatabaseClock clock,
            Answers answers,
            Problems problems) {
        this.requesting = requesting;
        this.once = once;
        this.access = access;
        this.clock = clock;
        this.answers = answers;
        this.problems = problems;
    }

    Response file(String key, TransferRequest sent) {
        var actor = access.current();
        boolean coordinator = actor.has(Roles.COORDINATOR);
        var acting =
                new Access.Acting(actor, actor.roles().stream().sorted().findFirst().orElseThrow());
        var told =
                once.run(
                        key,
                        sent,
                        () -> filed(request(sent, acting, coordinator)),
                        done -> created(UUID.fromString(done.resourceId())));
        if (told.done().isRefused()) {
            throw samePatient(told.done());
        }
        return told.answer();
    }

    private Response created(UUID id) {
        return answers.with(Response.created(URI.create(PATH + id)), id);
    }

    /**
     * Checked here, so that a repeat hours later has its answer: what is usual depends on the time.
     */
    private Filed request(TransferRequest sent, Access.Acting acting, boolean coordinator) {
        var now = clock.now();
        var asOf = sent.occurredAt() == null ? now : sent.occurredAt();
        var clinical = ClinicalCheck.of(sent.clinical(), sent.patient().birthDate(), asOf, now);
        check(sent, clinical, Requests.findings(sent, clinical, coordinator, now));
        if (sent.occurredAt() != null && sent.occurredAt().isAfter(now.plusSeconds(60))) {
            throw problems.refused("dated-ahead", 422);
        }
        var origin = coordinator ? Requests.organisation(sent.origin()) : acting.organisation();
        var request = Requests.request(sent, clinical, origin, coordinator);
        return requesting.file(request, acting.saying(sent).because(sent.reason()), coordinator);
    }

    private void check(TransferRequest sent, ClinicalCheck clinical, List<Finding> refused) {
        if (!refused.isEmpty()) {
            throw problems.invalid(refused);
        }
        if (!clinical.unusual().isEmpty() && !Boolean.TRUE.equals(sent.confirmWarnings())) {
            throw problems.unconfirmed(clinical.unusual());
        }
    }

    private static Done filed(Filed filed) {
        return switch (filed) {
            case Filed.Requested(var id, var _) -> Done.created(id.value());
            case Filed.SamePatient(var seen) when seen.isEmpty() -> Done.refused(ELSEWHERE);
            case Filed.SamePatient(var seen) ->
                    new Done(CONFLICT, joined(seen), null, SAME_PATIENT);
        };
    }

    private static String joined(List<TransferId> ids) {
        return String.join(",", ids.stream().map(id -> id.value().toString()).toList());
    }

    /** The own request is linked; of another hospital's nothing is told but whom to call. */
    private ProblemException samePatient(Done done) {
        if (done.refusal().equals(ELSEWHERE)) {
            return problems.refused(ELSEWHERE, CONFLICT);
        }
        var links = IDS.splitAsStream(done.resourceId()).map(PATH::concat).toList();
        return problems.problem(CONFLICT, SAME_PATIENT)
                .with("refusal", SAME_PATIENT)
                .with("transfers", links)
                .exception();
    }
}
