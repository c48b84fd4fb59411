package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.transfer.identity.Identities;
import vn.lienvien.transfer.identity.Identity;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Parties;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Who the patient is, for those who may know; the audit row is stored before the answer. */
@ApplicationScoped
public class ReadingIdentity {

    /** Urgent protection of life, Law 91/2025 art. 19(1)(a), until a consent is recorded. */
    private static final String LEGAL_BASIS = "EMERGENCY_19_1_A";

    private final Transfers transfers;
    private final Identities identities;
    private final Audit audit;

    ReadingIdentity(Transfers transfers, Identities identities, Audit audit) {
        this.transfers = transfers;
        this.identities = identities;
        this.audit = audit;
    }

    /** Empty when it is not, or no longer, open to this organisation. */
    @Transactional
    public Optional<Identity> read(TransferId id, Organisation reader) {
        boolean open =
                transfers
                        .find(id)
                        .map(transfer -> Parties.mayKnowIdentity(transfer, reader))
                        .orElse(false);
        audit.record(
                open ? "identity-read" : "identity-withheld",
                "transfer",
                id.value().toString(),
                Map.of("legalBasis", LEGAL_BASIS));
        return open ? identities.read(id.value()) : Optional.empty();
    }
}
