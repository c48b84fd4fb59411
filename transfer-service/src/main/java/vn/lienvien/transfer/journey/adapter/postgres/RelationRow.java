package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** service-kit's relations, read here only to narrow lists. */
@Entity
@Immutable
@Table(name = "relation")
class RelationRow {

    /** What makes it one. */
    @Embeddable
    record Key(
            @Column(name = "transfer_id") UUID transfer,
            String organisation,
            String role,
            @Column(name = "held_from") Instant heldFrom) {}

    @EmbeddedId Key key;

    @Column(name = "held_until")
    Instant heldUntil;
}
