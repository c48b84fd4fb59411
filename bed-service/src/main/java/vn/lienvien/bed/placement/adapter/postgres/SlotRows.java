package vn.lienvien.bed.placement.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Locked by plain SQL, as {@link PlacementRows} are. */
@ApplicationScoped
class SlotRows implements PanacheRepositoryBase<SlotRow, UUID> {

    private static final String LOCK =
            "select * from slot where transfer_id = any((select cast(?1 as uuid[]))::uuid[]) or id = any((select cast(?2 as uuid[]))::uuid[])"
                    + " order by id for update";

    /** What the transfers have and what they are about to take, in the order of locking. */
    List<SlotRow> lock(Collection<UUID> transfers, Collection<UUID> taking) {
        return getSession()
                .createNativeQuery(LOCK, SlotRow.class)
                .setParameter(1, transfers.toArray(UUID[]::new))
                .setParameter(2, taking.toArray(UUID[]::new))
                .getResultList();
    }

    List<SlotRow> lockUnits(Collection<String> units) {
        return find("unit in ?1 order by id", units)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
