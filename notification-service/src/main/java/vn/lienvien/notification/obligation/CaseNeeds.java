package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.ContractEvent;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.Needs;
import vn.lienvien.events.Search;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.kit.sql.Sql;
import vn.lienvien.notification.obligation.domain.Urgency;

/** The little that a message says of a case beside its code: "VV, adult". */
@ApplicationScoped
class CaseNeeds {

    private static final Known NOTHING = new Known(null, null);

    private final Sql sql;

    CaseNeeds(Sql sql) {
        this.sql = sql;
    }

    /** Either may be null. */
    record Known(EcmoMode mode, AgeGroup ageGroup) {}

    void apply(ContractEvent event) {
        switch (event) {
            case TransferRequestedV1 e -> keep(e.transfer().transferId(), e.search());
            case PlacementSoughtV1 e -> keep(e.transfer().transferId(), e.search());
            default -> {}
        }
    }

    /** The class that its sender last gave it. */
    Optional<Urgency> urgency(UUID transfer) {
        return sql.first(
                "select urgency from case_needs where transfer_id = ? and urgency is not null",
                row -> Urgency.valueOf(row.getString(1)),
                transfer);
    }

    void rank(UUID transfer, Urgency urgency) {
        sql.run(
                "insert into case_needs (transfer_id, urgency) values (?, ?)"
                        + " on conflict (transfer_id) do update set urgency = excluded.urgency",
                transfer,
                urgency.name());
    }

    /** Nothing yet when another topic was read faster; the message then says less. */
    Known of(UUID transfer) {
        return sql.first(
                        "select ecmo_mode, age_group from case_needs where transfer_id = ?",
                        row ->
                                new Known(
                                        word(EcmoMode.class, row.getString(1)),
                                        word(AgeGroup.class, row.getString(2))),
                        transfer)
                .orElse(NOTHING);
    }

    /** A message that says less is better than an event that cannot be read. */
    private void keep(UUID transfer, Search search) {
        Needs needs = search.needs();
        if (needs == null) {
            return;
        }
        sql.run(
                """
                insert into case_needs (transfer_id, ecmo_mode, age_group) values (?, ?, ?)
                on conflict (transfer_id) do update set
                    ecmo_mode = excluded.ecmo_mode, age_group = excluded.age_group
                """,
                transfer,
                name(needs.ecmoMode()),
                name(needs.ageGroup()));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
