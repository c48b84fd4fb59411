package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A transfer: what lists are narrowed by as columns, the rest of its state as a document. */
@Entity
@Table(name = "transfer")
class TransferRow {

    @Id UUID id;

    @Column(name = "case_code", updatable = false)
    String caseCode;

    @Column(updatable = false)
    String origin;

    String state;

    String urgency;

    /** Neither handed over nor ended. */
    boolean live;

    @Column(name = "clinical_version")
    long clinicalVersion;

    @Column(name = "timeline_length")
    int timelineLength;

    @JdbcTypeCode(SqlTypes.JSON)
    String journey;

    @JdbcTypeCode(SqlTypes.JSON)
    String papers;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version long version;
}
