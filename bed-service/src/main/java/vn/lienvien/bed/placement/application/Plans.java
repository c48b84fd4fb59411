package vn.lienvien.bed.placement.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.domain.Plan;
import vn.lienvien.bed.placement.domain.PlanId;

/** Keeps what was planned until it is accepted, for whichever replica is asked to. */
public interface Plans {

    /** Those made before are forgotten. */
    void keep(Plan plan, Instant forgetBefore);

    Optional<Kept> find(PlanId id);

    /** In rank order. */
    record Kept(Instant madeAt, List<Plan.Planned> planned) {}
}
