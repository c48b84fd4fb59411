package vn.lienvien.transfer.identity.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The key of one transfer, wrapped; deleting the row erases the person. */
@Entity
@Table(name = "transfer_key")
class TransferKeyRow {

    @Id
    @Column(name = "transfer_id")
    UUID transfer;

    byte[] wrapped;
}
