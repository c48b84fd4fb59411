package vn.lienvien.kit.access;

import java.time.Instant;
import java.util.UUID;
import vn.lienvien.events.OrganisationCode;

/**
 * What an organisation was to a transfer, from one moment until another.
 *
 * @param until null while it lasts
 */
public record Relation(
        UUID transfer,
        OrganisationCode organisation,
        RelationRole role,
        Instant from,
        Instant until) {}
