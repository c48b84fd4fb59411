package vn.lienvien.bed.placement.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lienvien.bed.placement.domain.Placement;

/** Ends offers whose time is over, one placement a transaction. */
@ApplicationScoped
public class Lapsing {

    private final Placements placements;

    public Lapsing(Placements placements) {
        this.placements = placements;
    }

    /**
     * @return false when nothing is due
     */
    @Transactional
    public boolean lapseNext() {
        return lapseNextIn(new Round());
    }

    @Transactional
    boolean lapseNextIn(Round round) {
        round.begin();
        var due = placements.nextLapsed(round.leftOut());
        due.ifPresent(
                transfer -> {
                    round.tries(transfer);
                    placements.change(transfer, Placement::lapse);
                });
        return due.isPresent();
    }
}
