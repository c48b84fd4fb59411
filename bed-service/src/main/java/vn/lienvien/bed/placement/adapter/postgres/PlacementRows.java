package vn.lienvien.bed.placement.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Rows are locked by plain SQL: Hibernate translates a query with a list anew at each call, a fifth
 * of this service's processor time.
 */
@ApplicationScoped
class PlacementRows implements PanacheRepositoryBase<PlacementRow, UUID> {

    private static final String LOCK =
            "select * from placement where transfer_id = any((select cast(?1 as uuid[]))::uuid[]) order by transfer_id for update";

    List<PlacementRow> lock(Collection<UUID> transfers) {
        return getSession()
                .createNativeQuery(LOCK, PlacementRow.class)
                .setParameter(1, transfers.toArray(UUID[]::new))
                .getResultList();
    }
}
