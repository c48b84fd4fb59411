package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of a timeline; inserted only. */
@Entity
@Immutable
@Table(name = "timeline")
class TimelineRow {

    /** Its place in one timeline, from 1. */
    @Embeddable
    record Place(@Column(name = "transfer_id") UUID transfer, int sequence) {}

    @EmbeddedId Place place;

    String what;

    String actor;

    String role;

    String organisation;

    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "said_values")
    String values;

    String[] flags;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
