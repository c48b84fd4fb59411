package vn.lienvien.kit.inbox;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;

/**
 * An event as a handler sees it: new, in order, read and checked.
 *
 * @param sequence its place among the events of its topic and key, without gap
 * @param occurredAt when it happened, which may be long before it was recorded
 * @param audience the organisations entitled to know when it was announced
 */
public record ReceivedEvent(
        UUID id,
        long sequence,
        Instant occurredAt,
        Set<OrganisationCode> audience,
        ContractEvent data) {}
