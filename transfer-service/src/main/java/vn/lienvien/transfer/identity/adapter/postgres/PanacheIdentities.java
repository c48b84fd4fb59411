package vn.lienvien.transfer.identity.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.transfer.identity.Identities;
import vn.lienvien.transfer.identity.Identity;
import vn.lienvien.transfer.identity.TransferKeys;

@ApplicationScoped
class PanacheIdentities implements Identities {

    private final IdentityRows identities;
    private final TransferKeyRows keyRows;
    private final TransferKeys keys;

    PanacheIdentities(IdentityRows identities, TransferKeyRows keyRows, TransferKeys keys) {
        this.identities = identities;
        this.keyRows = keyRows;
        this.keys = keys;
    }

    @Override
    public void keep(UUID transfer, Identity identity) {
        var key = keys.newKey();
        var keyRow = new TransferKeyRow();
        keyRow.transfer = transfer;
        keyRow.wrapped = keys.wrap(transfer, key);
        keyRows.persist(keyRow);
        var row = new IdentityRow();
        row.transfer = transfer;
        row.localId = keys.seal(transfer, key, "local_id", identity.localId());
        row.fullName = keys.seal(transfer, key, "full_name", identity.fullName());
        row.birthDate = keys.seal(transfer, key, "birth_date", identity.birthDate());
        row.insuranceNumber =
                keys.seal(transfer, key, "insurance_number", identity.insuranceNumber());
        row.citizenId = keys.seal(transfer, key, "citizen_id", identity.citizenId());
        row.phone = keys.seal(transfer, key, "phone", identity.phone());
        row.address = keys.seal(transfer, key, "address", identity.address());
        identities.persist(row);
    }

    @Override
    public Optional<Identity> read(UUID transfer) {
        return keyRows.findByIdOptional(transfer)
                .map(row -> keys.unwrap(transfer, row.wrapped))
                .flatMap(key -> identities.findByIdOptional(transfer).map(row -> opened(row, key)));
    }

    @Override
    public void erase(UUID transfer) {
        keyRows.deleteById(transfer);
    }

    private Identity opened(IdentityRow row, byte[] key) {
        var transfer = row.transfer;
        return new Identity(
                keys.text(transfer, key, "local_id", row.localId),
                keys.text(transfer, key, "full_name", row.fullName),
                keys.date(transfer, key, "birth_date", row.birthDate),
                keys.text(transfer, key, "insurance_number", row.insuranceNumber),
                keys.text(transfer, key, "citizen_id", row.citizenId),
                keys.text(transfer, key, "phone", row.phone),
                keys.text(transfer, key, "address", row.address));
    }
}
