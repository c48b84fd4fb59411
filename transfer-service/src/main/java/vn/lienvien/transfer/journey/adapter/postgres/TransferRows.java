package vn.lienvien.transfer.journey.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TransferRows implements PanacheRepositoryBase<TransferRow, UUID> {}
