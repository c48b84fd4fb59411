package vn.lienvien.bed.placement.adapter.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.lienvien.bed.placement.application.Advising.Adviser;
import vn.lienvien.bed.placement.application.Advising.Advisers;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.kit.sql.Sql;

@ApplicationScoped
class SqlAdvisers implements Advisers {

    private final Sql sql;

    SqlAdvisers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(TransferId transfer, Adviser adviser) {
        sql.run(
                """
                insert into placement_adviser (transfer_id, name, phone, organisation, since) values (?, ?, ?, ?, ?)
                on conflict (transfer_id) do update set name = excluded.name, phone = excluded.phone,
                    organisation = excluded.organisation, since = excluded.since
                """,
                transfer.value(),
                adviser.name(),
                adviser.phone(),
                adviser.organisation().value(),
                adviser.since());
    }

    @Override
    public Optional<Adviser> find(TransferId transfer) {
        return sql.first(
                "select name, phone, organisation, since from placement_adviser where transfer_id = ?",
                row ->
                        new Adviser(
                                row.getString(1),
                                row.getString(2),
                                new OrganisationId(row.getString(3)),
                                Sql.instant(row, 4)),
                transfer.value());
    }
}
