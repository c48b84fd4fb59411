package vn.lienvien.transfer.identity;

import java.util.Optional;
import java.util.UUID;

/** Where identities are kept, each under a key of its own transfer. */
public interface Identities {

    void keep(UUID transfer, Identity identity);

    /** Empty when its key was destroyed. */
    Optional<Identity> read(UUID transfer);

    /** Destroys the key: what was encrypted with it can never be read again. */
    void erase(UUID transfer);
}
