package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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
    static final String LEGAL_BASIS = "EMERGENCY_19_1_A";

    private final Transfers transfers;
    private final Glasses glasses;
    private final Identities identities;
    private final Audit audit;

    ReadingIdentity(Transfers transfers, Glasses glasses, Identities identities, Audit audit) {
        this.transfers = transfers;
        this.glasses = glasses;
        this.identities = identities;
        this.audit = audit;
    }

    /**
     * Empty when it is not, or no longer, open to this organisation, nor by a broken glass to this
     * person.
     */
    @Transactional
    public Optional<Identity> read(TransferId id, String user, Organisation reader) {
        boolean open =
                transfers
                        .find(id)
                        .map(transfer -> Parties.mayKnowIdentity(transfer, reader))
                        .orElse(false);
        var broken =
                open
                        ? Optional.<Opening>empty()
                        : glasses.open(user, List.of(reader.code()), id, null);
        boolean shown = open || broken.isPresent();
        audit.record(
                shown ? "identity-read" : "identity-withheld",
                "transfer",
                id.value().toString(),
                broken.map(ReadingIdentity::throughGlass)
                        .orElse(Map.of("legalBasis", LEGAL_BASIS)));
        return shown ? identities.read(id.value()) : Optional.empty();
    }

    private static Map<String, String> throughGlass(Opening opening) {
        return Map.of(
                "legalBasis",
                LEGAL_BASIS,
                "purpose",
                "BREAK_GLASS",
                "opening",
                opening.id().toString(),
                "because",
                opening.because().name());
    }
}
