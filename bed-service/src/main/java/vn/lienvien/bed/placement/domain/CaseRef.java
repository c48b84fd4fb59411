package vn.lienvien.bed.placement.domain;

/**
 * What everybody is told about a case, without identity.
 *
 * @param attempt raised by transfer-service alone, each time it asks for a place anew
 */
public record CaseRef(
        TransferId transfer, String caseCode, OrganisationId origin, Urgency urgency, int attempt) {

    CaseRef ranked(Urgency changed) {
        return new CaseRef(transfer, caseCode, origin, changed, attempt);
    }
}
