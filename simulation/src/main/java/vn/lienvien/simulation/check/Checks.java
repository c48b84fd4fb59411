package vn.lienvien.simulation.check;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.notification.obligation.domain.Obligation;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.bus.Published;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.Transaction;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.notification.Kept;
import vn.lienvien.simulation.transfer.Journeys;

/** Watches every commit, every record and every hour; knows nothing of how services decide. */
public final class Checks {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final VirtualClock clock;
    private final Story story;
    private final Bed bed;
    private final Alerts alerts;
    private final Delivery delivery;
    private final OfferLedger ledger;
    private final Occupancy occupancy;
    private final QueueAudit queue;
    private final Agreement agreement;

    public Checks(VirtualClock clock, Story story, Journeys journeys, Bed bed, Alerts alerts) {
        this.clock = clock;
        this.story = story;
        this.bed = bed;
        this.alerts = alerts;
        delivery =
                new Delivery(
                        story,
                        List.of(journeys.outbox(), bed.outbox(), alerts.outbox()),
                        List.of(
                                journeys.reader().subscription(),
                                bed.reader().subscription(),
                                alerts.reader().subscription()));
        ledger = new OfferLedger(clock, story);
        occupancy = new Occupancy(bed, story);
        queue = new QueueAudit(bed, clock, story);
        agreement = new Agreement(journeys, bed, alerts, story);
    }

    /** A record reached the broker. */
    public void reached(Published published) {
        delivery.reached(published);
    }

    public void committed(Transaction transaction) {
        delivery.took(transaction.effects());
        transaction.announced().forEach(it -> story.announced(it.event()));
    }

    public void committedByBed(Transaction transaction) {
        committed(transaction);
        if (!transaction.hasWritten()) {
            return;
        }
        occupancy.check();
        queue.check(transaction.announced(), ledger);
        transaction.announced().forEach(it -> ledger.said(it.event()));
    }

    /** I7 and I10: whatever is due was done, at most half a minute late. */
    public void onTime() {
        var late = clock.now().minus(GRACE);
        var lapse = bed.firstLapse();
        if (lapse != null && lapse.isBefore(late)) {
            throw new Violated(
                    Invariant.I7, null, "an offer was over at " + lapse + " and still stands");
        }
        for (var row : alerts.standing()) {
            if (row.obligation() instanceof Obligation.Open open
                    && open.next().isBefore(late)
                    && row.since().isBefore(late)) {
                throw new Violated(
                        Invariant.I10,
                        agreement.subject(row),
                        duty(row) + " should have climbed at " + open.next());
            }
        }
    }

    public void atRest() {
        delivery.complete();
        onTime();
        agreement.check();
    }

    /** I10, when a day and more has passed and nobody answered. */
    public void allEnded(Collection<Kept> before) {
        for (var row : alerts.standing()) {
            if (row.obligation() instanceof Obligation.Open
                    && before.stream().anyMatch(it -> it.id().equals(row.id()))) {
                throw new Violated(
                        Invariant.I10, agreement.subject(row), duty(row) + " never reaches an end");
            }
        }
        for (var placement : bed.placements()) {
            for (var offer : placement.live()) {
                if (((Offer.Live) offer).until() != null && offer.asked().kind().lapses()) {
                    ledger.mustBeYoung(offer, Duration.ofHours(27));
                }
            }
        }
    }

    private static String duty(Kept row) {
        var duty = row.obligation().opening().duty();
        return duty.kind() + " for " + duty.role() + "@" + duty.organisation();
    }
}
