package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Table offer: history of what was asked and answered, and the clock while it runs. */
@Entity
@Table(name = "offer")
class OfferRow {

    @Id UUID id;

    @Column(name = "transfer_id")
    UUID transferId;

    int ordinal;
    int attempt;
    int number;
    String kind;
    String unit;
    String organisation;

    @Column(name = "slot_id")
    UUID slotId;

    String state;

    @Column(name = "held_at")
    Instant heldAt;

    Instant until;

    @Column(name = "resumes_at")
    Instant resumesAt;

    boolean opened;
    String reason;

    @Column(name = "ask_instead")
    String[] askInstead;

    @Column(name = "ready_to_consult")
    Boolean readyToConsult;

    @Column(name = "accepted_by")
    String acceptedBy;
}
