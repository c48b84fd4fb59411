package vn.lienvien.transfer.identity.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TransferKeyRows implements PanacheRepositoryBase<TransferKeyRow, UUID> {}
