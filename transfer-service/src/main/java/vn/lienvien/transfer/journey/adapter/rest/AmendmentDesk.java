package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lienvien.kit.once.Done;
import vn.lienvien.kit.once.Once;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.clinical.ClinicalCheck;
import vn.lienvien.transfer.journey.application.Amended;
import vn.lienvien.transfer.journey.application.AmendingClinical;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Two people may amend one picture: the second one is shown what the first one wrote. */
@ApplicationScoped
class AmendmentDesk {

    private static final Pattern STRONG_TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final String OVERTAKEN = "overtaken";
    private static final int PRECONDITION_FAILED = 412;
    private static final int PRECONDITION_REQUIRED = 428;

    private final AmendingClinical amending;
    private final Once once;
    private final DatabaseClock clock;
    private final Problems problems;

    AmendmentDesk(AmendingClinical amending, Once once, DatabaseClock clock, Problems problems) {
        this.amending = amending;
        this.once = once;
        this.clock = clock;
        this.problems = problems;
    }

    void amend(UUID id, String key, String ifMatch, Bodies.AmendClinical body, Access.Acting by) {
        var seen = version(ifMatch);
        var said = by.saying(body);
        var done =
                once.run(
                        key,
                        body,
                        () ->
                                done(
                                        id,
                                        amending.amend(
                                                new TransferId(id), seen, checked(body), said)));
        if (done.isRefused()) {
            throw problems.refused(done.refusal(), done.status());
        }
    }

    private ClinicalCheck checked(Bodies.AmendClinical body) {
        var now = clock.now();
        var asOf = body.occurredAt() == null ? now : body.occurredAt();
        var check = ClinicalCheck.of(body.clinical(), asOf, now);
        if (!check.refused().isEmpty()) {
            throw problems.invalid(
                    check.refused().stream().map(each -> each.within("clinical")).toList());
        }
        if (!check.unusual().isEmpty() && !Boolean.TRUE.equals(body.confirmWarnings())) {
            throw problems.unconfirmed(check.unusual());
        }
        return check;
    }

    private static Done done(UUID id, Amended amended) {
        return switch (amended) {
            case Amended.Done(var decided) -> CommandDesk.done(new TransferId(id), decided);
            case Amended.Overtaken _ -> new Done(PRECONDITION_FAILED, null, null, OVERTAKEN);
        };
    }

    private long version(String ifMatch) {
        if (ifMatch == null) {
            throw problems.problem(PRECONDITION_REQUIRED, "if-match-required").exception();
        }
        var tag = STRONG_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw problems.problem(PRECONDITION_FAILED, OVERTAKEN).exception();
        }
        return Long.parseLong(tag.group(1));
    }
}
