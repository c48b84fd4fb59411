package vn.lienvien.simulation.bed;

import java.util.List;
import java.util.Optional;
import vn.lienvien.bed.placement.application.Roads;
import vn.lienvien.bed.placement.domain.Place;

/** Nobody to ask for a route: every road is an estimate. */
final class NoRouter implements Roads.Router {

    @Override
    public boolean present() {
        return false;
    }

    @Override
    public Optional<List<Optional<Integer>>> minutes(Place from, List<Place> to) {
        return Optional.empty();
    }
}
