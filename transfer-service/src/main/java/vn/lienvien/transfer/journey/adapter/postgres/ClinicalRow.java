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

/** One version of the clinical picture; inserted only. */
@Entity
@Immutable
@Table(name = "clinical_snapshot")
class ClinicalRow {

    /** A transfer's version, from 1. */
    @Embeddable
    record Key(@Column(name = "transfer_id") UUID transfer, long version) {}

    @EmbeddedId Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    String picture;

    /** Null in rows of before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    String confirmed;

    @Column(name = "entered_by")
    String enteredBy;

    @Column(name = "entered_at")
    Instant enteredAt;
}
