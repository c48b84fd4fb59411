package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.transfer.journey.application.Glasses;
import vn.lienvien.transfer.journey.domain.BrokenBecause;

/**
 * @param nextCursor null on the last page
 */
record GlassPageView(List<Item> items, String nextCursor) {

    /**
     * One glass.
     *
     * @param identityReads how often it was used to read who the patient is
     * @param verdicts whether it was right, as the sender and coordinators say
     */
    record Item(
            UUID openingId,
            UUID transferId,
            String caseCode,
            String origin,
            String user,
            String organisation,
            String role,
            BrokenBecause because,
            Instant from,
            Instant until,
            long identityReads,
            List<VerdictView.Item> verdicts) {

        static Item of(Glasses.Reviewed one) {
            var opening = one.opening();
            return new Item(
                    opening.id(),
                    opening.transfer().value(),
                    one.caseCode().value(),
                    one.origin().code(),
                    opening.user(),
                    opening.organisation(),
                    opening.role(),
                    opening.because(),
                    opening.from(),
                    opening.until(),
                    one.identityReads(),
                    one.verdicts().stream().map(VerdictView.Item::of).toList());
        }
    }
}
