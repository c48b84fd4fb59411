package vn.lienvien.transfer.journey.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.audit.Audit;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.kit.time.DatabaseClock;
import vn.lienvien.transfer.journey.domain.BrokenBecause;
import vn.lienvien.transfer.journey.domain.CaseCode;
import vn.lienvien.transfer.journey.domain.JourneyEvent.GlassBroken;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Outcome;
import vn.lienvien.transfer.journey.domain.Refusal;
import vn.lienvien.transfer.journey.domain.TransferId;

/**
 * Opens a live transfer, and who the patient is, to somebody with no right to it who has the
 * patient before them: for a time, told at once to who must ask whether it was right.
 */
@ApplicationScoped
public class BreakingGlass {

    private final Glasses glasses;
    private final Transfers transfers;
    private final Audit audit;
    private final DatabaseClock clock;
    private final Ids ids;
    private final GlassConfig config;

    BreakingGlass(
            Glasses glasses,
            Transfers transfers,
            Audit audit,
            DatabaseClock clock,
            Ids ids,
            GlassConfig config) {
        this.glasses = glasses;
        this.transfers = transfers;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.config = config;
    }

    /** What the person knows of the transfer. */
    public sealed interface Named {

        /** Cannot be guessed. */
        record ById(TransferId id) implements Named {}

        /** Six characters can be. */
        record ByCode(CaseCode code) implements Named {}
    }

    /** What came of it. */
    public sealed interface Broken {

        /** Opened now, or standing open since before. */
        record Opened(UUID opening) implements Broken {}

        /** No live transfer is called so. */
        record NotThere() implements Broken {}

        /** The person's organisation knows the patient anyway. */
        record NotNeeded() implements Broken {}

        /** Too many codes were wrong. */
        record TooManyMisses(Duration retryAfter) implements Broken {}
    }

    @Transactional
    public Broken breakGlass(Named named, Said said, BrokenBecause because) {
        glasses.oneAtATime(said.actor());
        return switch (named) {
            case Named.ById(var id) ->
                    transfers.exists(id) ? opened(id, said, because) : new Broken.NotThere();
            case Named.ByCode(var code) -> byCode(code, said, because, clock.now());
        };
    }

    private Broken byCode(CaseCode code, Said said, BrokenBecause because, Instant now) {
        var shut = shutUntil(said.actor(), now);
        if (shut.isPresent()) {
            return new Broken.TooManyMisses(Duration.between(now, shut.get()));
        }
        var broken =
                glasses.called(code)
                        .map(id -> opened(id, said, because))
                        .orElseGet(Broken.NotThere::new);
        if (broken instanceof Broken.NotThere) {
            miss(said, now);
        }
        return broken;
    }

    /** Told once for each time that it shuts: later tries are not counted. */
    private void miss(Said said, Instant now) {
        glasses.missed(said.actor(), said.organisation(), now);
        shutUntil(said.actor(), now)
                .ifPresent(
                        until ->
                                audit.record(
                                        "glass-codes-shut",
                                        "user",
                                        said.actor(),
                                        Map.of("until", until.toString())));
    }

    /** Until the oldest of as many misses as are allowed no longer counts. */
    private Optional<Instant> shutUntil(String user, Instant now) {
        int most = config.misses().most();
        var within = config.misses().within();
        var misses = glasses.misses(user, now.minus(within), most);
        return misses.size() < most ? Optional.empty() : Optional.of(misses.getLast().plus(within));
    }

    private Broken opened(TransferId id, Said said, BrokenBecause because) {
        var own = List.of(said.organisation());
        var standing = glasses.open(said.actor(), own, id, null);
        var opening = ids.next();
        var outcome =
                transfers.change(
                        id,
                        entry(opening, said, because),
                        (transfer, now) ->
                                transfer.breakGlass(
                                        broken(opening, said, because, now), standing.isPresent()));
        return switch (outcome) {
            case Outcome.Changed changed ->
                    kept(id, said, (GlassBroken) changed.events().getFirst());
            case Outcome.Unchanged _ -> new Broken.Opened(standing.orElseThrow().id());
            case Outcome.Refused(var why) ->
                    why == Refusal.IDENTITY_OPEN ? new Broken.NotNeeded() : new Broken.NotThere();
        };
    }

    private Entry entry(UUID opening, Said said, BrokenBecause because) {
        return new Entry(
                "transfer.glass-broken",
                said,
                Map.of(
                        "opening", opening,
                        "because", because.name(),
                        "minutes", config.open().toMinutes()),
                false);
    }

    private GlassBroken broken(UUID opening, Said said, BrokenBecause because, Instant now) {
        var organisation = new Organisation(said.organisation());
        return new GlassBroken(opening, organisation, because, now, now.plus(config.open()));
    }

    private Broken kept(TransferId id, Said said, GlassBroken broken) {
        glasses.keep(
                new Opening(
                        broken.opening(),
                        id,
                        said.actor(),
                        said.organisation(),
                        said.role(),
                        broken.because(),
                        broken.at(),
                        broken.until()));
        audit.record(
                "glass-broken",
                "transfer",
                id.value().toString(),
                Map.of(
                        "opening", broken.opening().toString(),
                        "because", broken.because().name(),
                        "role", said.role(),
                        "until", broken.until().toString(),
                        "legalBasis", ReadingIdentity.LEGAL_BASIS));
        return new Broken.Opened(broken.opening());
    }
}
