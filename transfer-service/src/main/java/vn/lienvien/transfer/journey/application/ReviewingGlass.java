package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What was opened in emergencies, for those who ask whether it was right. */
@ApplicationScoped
public class ReviewingGlass {

    private final Glasses glasses;

    ReviewingGlass(Glasses glasses) {
        this.glasses = glasses;
    }

    @Transactional
    public Opening find(UUID opening) {
        return glasses.find(opening).orElseThrow();
    }

    @Transactional
    public List<Glasses.Reviewed> page(UUID before, int limit) {
        return glasses.page(before, limit);
    }
}
