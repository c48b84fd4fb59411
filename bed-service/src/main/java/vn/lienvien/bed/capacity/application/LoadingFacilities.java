package vn.lienvien.bed.capacity.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Loads the shipped register; loading it again, or by two replicas at once, changes nothing. */
@ApplicationScoped
public class LoadingFacilities {

    private final Facilities facilities;

    LoadingFacilities(Facilities facilities) {
        this.facilities = facilities;
    }

    @Transactional
    public void load(List<Facility> shipped) {
        facilities.keep(shipped);
    }
}
