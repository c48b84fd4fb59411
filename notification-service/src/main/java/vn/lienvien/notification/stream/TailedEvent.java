package vn.lienvien.notification.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.lienvien.events.OrganisationCode;

/**
 * The envelope of an event: what it is and which version, never what it says. Types of a newer
 * release pass too.
 *
 * @param type with its version, such as {@code vn.lienvien.placement.slot-held.v1}
 * @param subject the transfer or unit it is about
 * @param transfer null when it is about a unit
 */
record TailedEvent(
        UUID id,
        String type,
        String subject,
        long sequence,
        Instant occurredAt,
        Set<OrganisationCode> audience,
        UUID transfer) {

    /** Empty for a record that is no event of ours: here nobody waits for it. */
    static Optional<TailedEvent> of(ConsumerRecord<byte[], byte[]> event) {
        try {
            return Optional.of(
                    new TailedEvent(
                            UUID.fromString(required(event, "ce_id")),
                            required(event, "ce_type"),
                            required(event, "ce_subject"),
                            Long.parseLong(required(event, "ce_sequence")),
                            Instant.parse(required(event, "ce_time")),
                            OrganisationCode.split(header(event, "ce_audience").orElse("")),
                            header(event, "ce_correlationid").map(UUID::fromString).orElse(null)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String required(ConsumerRecord<byte[], byte[]> event, String name) {
        return header(event, name).orElseThrow();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> event, String name) {
        return Optional.ofNullable(event.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
