package vn.lienvien.transfer.journey.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import vn.lienvien.kit.problem.Problem;
import vn.lienvien.kit.problem.ProblemException;
import vn.lienvien.kit.problem.Violation;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.domain.Refusal;

/**
 * Every refusal as a problem, in the reader's language; the codes are those of
 * docs/problems/transfer-service.md.
 */
@RequestScoped
class Problems {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final HttpHeaders headers;

    Problems(@Context HttpHeaders headers) {
        this.headers = headers;
    }

    static String code(Refusal refusal) {
        return switch (refusal) {
            case DATED_AHEAD -> "dated-ahead";
            case TRANSFER_ENDED -> "transfer-ended";
            case ALREADY_HANDED_OVER -> "already-handed-over";
            case ALREADY_ARRIVED -> "already-arrived";
            case ALREADY_DEPARTED -> "already-departed";
            case NOT_ACCEPTED -> "not-accepted";
            case NOT_IN_TRANSIT -> "not-in-transit";
            case NOTHING_TO_ENDORSE -> "nothing-to-endorse";
            case OWN_URGENCY -> "own-urgency";
            case TEAM_NOT_ASKED -> "team-not-asked";
            case TEAM_ALREADY_GOING -> "team-already-going";
            case IDENTITY_OPEN -> "identity-open";
            case OWN_OPENING -> "own-opening";
        };
    }

    static int status(Refusal refusal) {
        return refusal == Refusal.DATED_AHEAD ? UNPROCESSABLE : CONFLICT;
    }

    ProblemException refused(String code, int status) {
        return problem(status, code).with("refusal", code).exception();
    }

    Problem problem(int status, String code) {
        var language = Language.of(headers, Language.EN);
        return Problem.of(
                status, code, language.text(code + ".title"), language.text(code + ".detail"));
    }

    ProblemException invalid(List<Finding> findings) {
        return Problem.invalid(violations(findings)).exception();
    }

    /** Unusual values want one confirmation for all. */
    ProblemException unconfirmed(List<Finding> unusual) {
        return problem(UNPROCESSABLE, "warnings-unconfirmed")
                .with("warnings", violations(unusual))
                .exception();
    }

    private List<Violation> violations(List<Finding> findings) {
        var language = Language.of(headers, Language.EN);
        return findings.stream()
                .map(
                        finding ->
                                new Violation(
                                        finding.field(), finding.code(), said(language, finding)))
                .toList();
    }

    private static String said(Language language, Finding finding) {
        var text = language.text("finding." + finding.code());
        return finding.right() == null ? text : text + " (" + finding.right() + ")";
    }
}
