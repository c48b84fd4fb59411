package vn.lienvien.transfer.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Seals an identity under the key of its transfer, and that key under the master key. */
@ApplicationScoped
public class TransferKeys {

    private static final String OWN = "t";

    private final IdentityConfig config;
    private final byte[] master;

    TransferKeys(IdentityConfig config) {
        this.config = config;
        this.master = Keys.decoded(config.masterKey());
    }

    /** A new key for a transfer, in the clear; it lives only as long as the request. */
    public byte[] newKey() {
        return Seal.newKey();
    }

    public byte[] wrap(UUID transfer, byte[] key) {
        return Seal.seal(
                master, config.masterKeyId(), place("transfer_key.wrapped", transfer), key);
    }

    public byte[] unwrap(UUID transfer, byte[] wrapped) {
        var id = Seal.keyId(wrapped);
        var wrapping =
                id.equals(config.masterKeyId())
                        ? master
                        : Keys.decoded(config.formerMasterKeys().get(id));
        return Seal.open(wrapping, place("transfer_key.wrapped", transfer), wrapped);
    }

    public byte[] seal(UUID transfer, byte[] key, String column, Object value) {
        return value == null
                ? null
                : Seal.seal(
                        key,
                        OWN,
                        place("identity." + column, transfer),
                        value.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String text(UUID transfer, byte[] key, String column, byte[] sealed) {
        return sealed == null
                ? null
                : new String(
                        Seal.open(key, place("identity." + column, transfer), sealed),
                        StandardCharsets.UTF_8);
    }

    public LocalDate date(UUID transfer, byte[] key, String column, byte[] sealed) {
        var text = text(transfer, key, column, sealed);
        return text == null ? null : LocalDate.parse(text);
    }

    private static String place(String column, UUID transfer) {
        return column + "." + transfer;
    }
}
