package vn.lienvien.transfer.journey.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienvien.transfer.journey.application.TransferPages.Line;
import vn.lienvien.transfer.journey.domain.StageTime;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Everything that happened, who said so and when, and how long each stage took. */
record TimelineView(List<LineView> items, List<StageView> stageTimes) {

    /** One change, fact or news. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            int sequence,
            String what,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            String role,
            String organisation,
            String reason,
            String flag,
            List<String> flags,
            Map<String, Object> values) {

        static LineView of(Line line) {
            return new LineView(
                    line.sequence(),
                    line.what(),
                    line.occurredAt(),
                    line.recordedAt(),
                    line.actor(),
                    line.role(),
                    line.organisation(),
                    line.reason(),
                    line.flags().isEmpty() ? null : line.flags().getFirst(),
                    line.flags(),
                    line.values());
        }
    }

    /**
     * @param fault it ends before it begins: some entry is wrong, and it shows
     */
    record StageView(String from, String to, long seconds, boolean fault) {

        static StageView of(StageTime stage) {
            return new StageView(
                    Views.name(stage.from()),
                    Views.name(stage.to()),
                    stage.took().toSeconds(),
                    stage.fault());
        }
    }

    static TimelineView of(Transfer transfer, List<Line> lines, Sight sight) {
        var shown =
                sight.whole(transfer)
                        ? lines.stream()
                        : lines.stream().flatMap(line -> Neutral.of(line, sight).stream());
        return new TimelineView(
                shown.map(LineView::of).toList(),
                StageTime.of(transfer.chronicle().milestones()).stream()
                        .map(StageView::of)
                        .toList());
    }
}
