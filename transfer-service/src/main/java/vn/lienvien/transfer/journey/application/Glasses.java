package vn.lienvien.transfer.journey.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.TransferId;

/** Which glasses were broken, and which case codes were tried in vain. */
public interface Glasses {

    /** Whoever breaks several at once waits, so that no try goes uncounted. */
    void oneAtATime(String user);

    Optional<TransferId> called(CaseCode code);

    void keep(Opening opening);

    /**
     * What is open to a person now, or was at that time.
     *
     * @param organisations of which the person is a member
     * @param at null for now alone
     */
    Optional<Opening> open(
            String user, Collection<String> organisations, TransferId transfer, Instant at);

    Optional<Opening> find(UUID id);

    void keep(Verdict verdict);

    /** What was said of these openings, in the order it was said. */
    List<Verdict> verdicts(Collection<UUID> openings);

    void missed(String user, String organisation, Instant at);

    /** The latest misses of a person after that time, the newest first. */
    List<Instant> misses(String user, Instant after, int most);

    /** As those see it who ask whether it was right. */
    record Reviewed(
            Opening opening,
            CaseCode caseCode,
            Organisation origin,
            long identityReads,
            List<Verdict> verdicts) {

        Reviewed judged(List<Verdict> all) {
            return new Reviewed(
                    opening,
                    caseCode,
                    origin,
                    identityReads,
                    all.stream().filter(each -> each.opening().equals(opening.id())).toList());
        }
    }

    /**
     * The newest first, without what was said of them.
     *
     * @param before the last one of the page before, or null
     */
    List<Reviewed> page(UUID before, int limit);
}
