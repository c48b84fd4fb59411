package vn.lienvien.bed.placement.adapter.postgres;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
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
    public Map<TransferId, Adviser> find(Collection<TransferId> transfers) {
        return sql
                .list(
                        "select transfer_id, name, phone, organisation, since from placement_adviser"
                                + " where transfer_id = any(?::uuid[])",
                        row ->
                                Map.entry(
                                        new TransferId(row.getObject(1, UUID.class)),
                                        new Adviser(
                                                row.getString(2),
                                                row.getString(3),
                                                new OrganisationId(row.getString(4)),
                                                Sql.instant(row, 5))),
                        transfers.stream().map(TransferId::value).toList())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
