package vn.lienvien.transfer.journey.adapter.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TimelineRows implements PanacheRepositoryBase<TimelineRow, TimelineRow.Place> {}
