package vn.lienvien.transfer.journey.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.transfer.identity.Identities;
import vn.lienvien.transfer.identity.PatientMarks;
import vn.lienvien.transfer.journey.application.Patients;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * Marks of the patients with a live request. Whoever asks for one of them holds its advisory lock
 * until the end of the transaction, so that two requests for one patient never both pass.
 */
@ApplicationScoped
class PanachePatients implements Patients {

    private final Sql sql;
    private final Identities identities;
    private final PatientMarks marks;

    PanachePatients(Sql sql, Identities identities, PatientMarks marks) {
        this.sql = sql;
        this.identities = identities;
        this.marks = marks;
    }

    @Override
    public List<TransferId> liveWith(List<String> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(mark, 0))"
                        + " from unnest(?) as asked (mark)",
                row -> row.getObject(1),
                marks);
        return sql.list(
                "select distinct transfer_id from patient_mark where mark = any((select ?::text[])::text[])",
                row -> new TransferId(row.getObject(1, UUID.class)),
                marks);
    }

    @Override
    public void mark(TransferId id, List<String> marks) {
        sql.run(
                "insert into patient_mark (mark, transfer_id) select unnest(?), ? on conflict do nothing",
                marks,
                id.value());
    }

    /** Live again; without an identity, which may be erased, nobody recognises the patient. */
    void markAgain(TransferId id, Organisation origin) {
        identities
                .read(id.value())
                .ifPresent(identity -> mark(id, marks.of(identity, origin.code())));
    }

    /** The request is over: another one may be filed. */
    void release(UUID transfer) {
        sql.run("delete from patient_mark where transfer_id = ?", transfer);
    }
}
