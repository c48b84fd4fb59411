package vn.lienvien.transfer.identity.adapter.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An identity, every column sealed. */
@Entity
@Table(name = "identity")
class IdentityRow {

    @Id
    @Column(name = "transfer_id")
    UUID transfer;

    @Column(name = "local_id")
    byte[] localId;

    @Column(name = "full_name")
    byte[] fullName;

    @Column(name = "birth_date")
    byte[] birthDate;

    @Column(name = "insurance_number")
    byte[] insuranceNumber;

    @Column(name = "citizen_id")
    byte[] citizenId;

    byte[] phone;

    byte[] address;
}
