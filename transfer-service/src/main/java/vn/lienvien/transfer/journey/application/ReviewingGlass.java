package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.journey.domain.JourneyEvent.GlassJudged;
import vn.lienvien.transfer.journey.domain.JudgedBecause;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Outcome;

/** What was opened in emergencies, for those who ask whether it was right, and what they found. */
@ApplicationScoped
public class ReviewingGlass {

    private final Glasses glasses;
    private final Transfers transfers;
    private final Audit audit;
    private final DatabaseClock clock;
    private final Ids ids;

    ReviewingGlass(
            Glasses glasses, Transfers transfers, Audit audit, DatabaseClock clock, Ids ids) {
        this.glasses = glasses;
        this.transfers = transfers;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    public Optional<Opening> find(UUID opening) {
        return glasses.find(opening);
    }

    @Transactional
    public List<Glasses.Reviewed> page(UUID before, int limit) {
        var page = glasses.page(before, limit);
        var said = glasses.verdicts(page.stream().map(each -> each.opening().id()).toList());
        return page.stream().map(each -> each.judged(said)).toList();
    }

    @Transactional
    public List<Verdict> verdicts(UUID opening) {
        return glasses.verdicts(List.of(opening));
    }

    /** Its lock makes one of several who say the same at once the first. */
    @Transactional
    public Outcome.Decided judge(Opening opening, JudgedBecause because, Said said) {
        var judged =
                new GlassJudged(
                        opening.id(), new Organisation(said.organisation()), because.justified());
        var decided =
                transfers.change(
                        opening.transfer(),
                        entry(opening, because, said),
                        (transfer, _) ->
                                transfer.judgeGlass(
                                        judged,
                                        opening.user().equals(said.actor()),
                                        isLastWord(opening, because, said)));
        if (decided instanceof Outcome.Changed) {
            keep(opening, because, said);
        }
        return decided;
    }

    private static Entry entry(Opening opening, JudgedBecause because, Said said) {
        return new Entry(
                "transfer.glass-judged",
                said,
                Map.of(
                        "opening", opening.id(),
                        "because", because.name(),
                        "justified", because.justified()),
                false);
    }

    private boolean isLastWord(Opening opening, JudgedBecause because, Said said) {
        return glasses.verdicts(List.of(opening.id())).stream()
                .filter(each -> each.organisation().equals(said.organisation()))
                .reduce((_, later) -> later)
                .filter(last -> last.because() == because)
                .isPresent();
    }

    private void keep(Opening opening, JudgedBecause because, Said said) {
        glasses.keep(
                new Verdict(
                        ids.next(),
                        opening.id(),
                        said.actor(),
                        said.organisation(),
                        said.role(),
                        because,
                        clock.now()));
        audit.record(
                "glass-judged",
                "transfer",
                opening.transfer().value().toString(),
                Map.of(
                        "opening", opening.id().toString(),
                        "because", because.name(),
                        "role", said.role()));
    }
}
