package vn.lienvien.bed.placement.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienvien.bed.placement.domain.Outcome.Changed;

/** A placement being rewritten by one command, and what happened on the way. */
final class Draft {

    private final Placement before;
    private final List<Offer> offers;
    private final Set<UnitId> excluded;
    private final List<Happened> events = new ArrayList<>();
    private CaseRef of;
    private Search search;
    private Stage stage;
    private PausedBecause paused;
    private TeamCall team;
    private boolean putFirst;

    Draft(Placement before) {
        this.before = before;
        this.offers = new ArrayList<>(before.offers());
        this.excluded = new HashSet<>(before.excluded());
        this.of = before.of();
        this.search = before.search();
        this.stage = before.stage();
        this.paused = before.paused();
        this.team = before.team();
        this.putFirst = before.putFirst();
    }

    Draft asked(CaseRef anew, Search wanted) {
        of = anew;
        search = wanted;
        return this;
    }

    Draft stage(Stage next) {
        stage = next;
        return this;
    }

    Draft paused(PausedBecause because) {
        paused = because;
        return this;
    }

    Draft team(TeamCall call) {
        team = call;
        return this;
    }

    Draft putFirst(boolean first) {
        putFirst = first;
        return this;
    }

    Draft exclude(UnitId unit) {
        excluded.add(unit);
        return this;
    }

    Draft putBack(UnitId unit) {
        excluded.remove(unit);
        return this;
    }

    Draft forgetExclusions() {
        excluded.clear();
        return this;
    }

    Draft add(Offer offer) {
        offers.add(offer);
        return this;
    }

    Draft happened(Happened event) {
        events.add(event);
        return this;
    }

    /** Takes over what an offer decided. */
    Draft apply(Changed<Offer> decided) {
        offers.replaceAll(offer -> offer.id().equals(decided.now().id()) ? decided.now() : offer);
        events.addAll(decided.events());
        return this;
    }

    Draft releaseLive(ReleasedBecause because) {
        before.live().forEach(offer -> release(offer, because));
        return this;
    }

    Draft releaseConfirmed(ReleasedBecause because) {
        before.confirmed().ifPresent(offer -> release(offer, because));
        return this;
    }

    /** Its patient has left the bed, which may be another's by now: the slot is not touched. */
    Draft forgetConfirmed(ReleasedBecause because) {
        before.confirmed()
                .ifPresent(
                        offer ->
                                apply(
                                        new Changed<>(
                                                new Offer.Released(offer.asked(), because),
                                                List.of(
                                                        new Happened.OfferReleased(
                                                                offer.asked().in(null),
                                                                because)))));
        return this;
    }

    Draft hasten(Offer offer, Duration hold, Instant now) {
        if (offer.hasten(hold, now) instanceof Changed<Offer> hastened) {
            apply(hastened);
        }
        return this;
    }

    Draft release(Offer offer, ReleasedBecause because) {
        if (offer.release(because) instanceof Changed<Offer> released) {
            apply(released);
        }
        return this;
    }

    /**
     * After an offer ended. When it was the last live one, readers hear exactly one of the two:
     * seeking resumed, or automation paused.
     */
    Draft moveOn() {
        if (offers.stream().anyMatch(Offer.Live.class::isInstance) || !stage.sought()) {
            return this;
        }
        stage = new Stage.Seeking();
        return happened(
                paused == null
                        ? new Happened.SeekingResumed()
                        : new Happened.AutomationPaused(paused));
    }

    Placement placement() {
        return new Placement(
                of, search, stage, paused, offers, excluded, team, before.queuedAt(), putFirst);
    }

    Outcome<Placement> changed() {
        return new Changed<>(placement(), events);
    }
}
