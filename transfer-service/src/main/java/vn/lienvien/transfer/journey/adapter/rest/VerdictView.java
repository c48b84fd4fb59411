package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.transfer.journey.application.Verdict;
import vn.lienvien.transfer.journey.domain.JudgedBecause;

/**
 * What was found of one glass.
 *
 * @param verdicts in the order they came; of each organisation the last one counts
 */
record VerdictView(UUID openingId, List<Item> verdicts) {

    /** One answer to whether it was right. */
    record Item(
            String user,
            String organisation,
            String role,
            boolean justified,
            JudgedBecause because,
            Instant at) {

        static Item of(Verdict one) {
            return new Item(
                    one.user(),
                    one.organisation(),
                    one.role(),
                    one.because().justified(),
                    one.because(),
                    one.at());
        }
    }

    static VerdictView of(UUID opening, List<Verdict> verdicts) {
        return new VerdictView(opening, verdicts.stream().map(Item::of).toList());
    }
}
