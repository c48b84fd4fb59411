package vn.lienvien.bed.placement.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PlacementRows implements PanacheRepositoryBase<PlacementRow, UUID> {

    List<PlacementRow> lock(Collection<UUID> transfers) {
        return find("transferId in ?1 order by transferId", transfers)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
