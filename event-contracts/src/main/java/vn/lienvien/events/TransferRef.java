package vn.lienvien.events;

import java.util.UUID;

/**
 * What every reader needs to know of a transfer, so that a handler needs nothing from another
 * topic.
 *
 * @param attempt raised by transfer-service alone, each time it asks for a place anew; from 1
 */
public record TransferRef(
        UUID transferId,
        CaseCode caseCode,
        OrganisationCode origin,
        Urgency urgency,
        int attempt) {}
