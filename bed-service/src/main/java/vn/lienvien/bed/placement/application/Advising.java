package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * Who advises the sender while nothing is free: waiting is never a final no, and never without
 * somebody to call.
 */
@ApplicationScoped
public class Advising {

    private final Advisers advisers;
    private final DutyOffice office;
    private final DatabaseClock clock;
    private final Audit audit;

    Advising(Advisers advisers, DutyOffice office, DatabaseClock clock, Audit audit) {
        this.advisers = advisers;
        this.office = office;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public void name(TransferId transfer, String name, String phone, OrganisationId organisation) {
        advisers.keep(transfer, new Adviser(name, phone, organisation, clock.now()));
        audit.record(
                "adviser-named",
                "transfer",
                transfer.toString(),
                Map.of("name", name, "organisation", organisation.value()));
    }

    /** Of each the one who was named, else whoever is on duty at the coordinating office. */
    public Map<TransferId, Adviser> of(Collection<TransferId> transfers) {
        var all = new HashMap<TransferId, Adviser>();
        office.adviser().ifPresent(it -> transfers.forEach(each -> all.put(each, it)));
        if (!transfers.isEmpty()) {
            all.putAll(advisers.find(transfers));
        }
        return all;
    }

    /**
     * A doctor or coordinator, with a telephone that is answered.
     *
     * @param since null for the office itself, which is always there
     */
    public record Adviser(String name, String phone, OrganisationId organisation, Instant since) {}

    /** The coordinating office, as configured; empty fields where there is none. */
    public record DutyOffice(
            Optional<String> name, Optional<String> phone, Optional<String> organisation) {

        Optional<Adviser> adviser() {
            return phone.map(
                    it ->
                            new Adviser(
                                    name.orElse(""),
                                    it,
                                    organisation.map(OrganisationId::new).orElse(null),
                                    null));
        }
    }

    /** Keeps who was named; the last one counts. */
    public interface Advisers {

        void keep(TransferId transfer, Adviser adviser);

        Map<TransferId, Adviser> find(Collection<TransferId> transfers);
    }
}
