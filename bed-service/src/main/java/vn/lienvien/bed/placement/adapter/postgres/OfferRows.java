package vn.lienvien.bed.placement.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class OfferRows implements PanacheRepositoryBase<OfferRow, UUID> {

    List<OfferRow> of(Collection<UUID> transfers) {
        return list("transferId in ?1 order by ordinal", transfers);
    }
}
