package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Table placement; {@link PlacementMapping} knows what it means. */
@Entity
@Table(name = "placement")
class PlacementRow {

    @Id
    @Column(name = "transfer_id")
    UUID transferId;

    @Version int version;

    @Column(name = "case_code")
    String caseCode;

    String origin;
    String urgency;
    int attempt;
    String routing;

    @Column(name = "named_organisation")
    String namedOrganisation;

    @Column(name = "named_unit")
    String namedUnit;

    boolean endorsed;

    /**
     * When that happened on which the allocator acts next; null when it was said as it happened.
     * What follows from a paper entered late is dated as the paper is.
     */
    @Column(name = "caused_at")
    Instant causedAt;

    @Column(name = "top_rank")
    boolean topRank;

    @JdbcTypeCode(SqlTypes.JSON)
    String needs;

    String stage;

    @Column(name = "confirmed_offer")
    UUID confirmedOffer;

    @Column(name = "occupied_unit")
    String occupiedUnit;

    @Column(name = "occupied_organisation")
    String occupiedOrganisation;

    @Column(name = "occupied_slot")
    UUID occupiedSlot;

    String paused;
    String[] excluded;
    int silent;

    @Column(name = "offers_made")
    int offersMade;

    @Column(name = "lapses_at")
    Instant lapsesAt;

    @JdbcTypeCode(SqlTypes.JSON)
    String team;

    @Column(name = "team_due_at")
    Instant teamDueAt;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "put_first")
    boolean putFirst;
}
