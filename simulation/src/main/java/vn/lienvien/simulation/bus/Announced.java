package vn.lienvien.simulation.bus;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.OrganisationCode;

/**
 * What a transaction announces.
 *
 * @param occurredAt null means the moment of writing
 */
public record Announced(
        UUID id, ContractEvent event, Set<OrganisationCode> audience, Instant occurredAt) {}
