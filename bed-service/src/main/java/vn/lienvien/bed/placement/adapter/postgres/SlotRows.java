package vn.lienvien.bed.placement.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SlotRows implements PanacheRepositoryBase<SlotRow, UUID> {

    /** What the transfers have and what they are about to take, in the order of locking. */
    List<SlotRow> lock(Collection<UUID> transfers, Collection<UUID> taking) {
        return taking.isEmpty()
                ? find("transferId in ?1 order by id", transfers)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list()
                : find("transferId in ?1 or id in ?2 order by id", transfers, taking)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    List<SlotRow> lockUnit(String unit) {
        return find("unit = ?1 order by id", unit).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
