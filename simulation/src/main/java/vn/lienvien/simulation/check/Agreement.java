package vn.lienvien.simulation.check;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lienvien.bed.placement.domain.Occupant;
import vn.lienvien.bed.placement.domain.PausedBecause;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.Slot;
import vn.lienvien.bed.placement.domain.Stage;
import vn.lienvien.notification.obligation.domain.Kind;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.notification.Kept;
import vn.lienvien.simulation.transfer.Journeys;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.Diversion;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Milestone;
import vn.lienvien.transfer.journey.domain.Offers;
import vn.lienvien.transfer.journey.domain.Place;
import vn.lienvien.transfer.journey.domain.Transfer;

/** I9 and I12: when all is quiet the three services tell one story of every transfer. */
final class Agreement {

    private static final Set<Kind> OUTLIVES_THE_END =
            Set.of(Kind.KNOW_ENDED, Kind.CHECK_CONTRADICTION, Kind.REVIEW_GLASS);

    private final Journeys journeys;
    private final Bed bed;
    private final Alerts alerts;
    private final Story story;

    Agreement(Journeys journeys, Bed bed, Alerts alerts, Story story) {
        this.journeys = journeys;
        this.bed = bed;
        this.alerts = alerts;
        this.story = story;
    }

    void check() {
        var live = new HashSet<UUID>();
        for (var transfer : journeys.all()) {
            var id = transfer.about().id().value();
            var placement =
                    bed.placement(new vn.lienvien.bed.placement.domain.TransferId(id))
                            .orElseThrow(() -> disagree(id, "bed-service has never heard of it"));
            placement.live().forEach(it -> live.add(it.id().value()));
            if (transfer.state() instanceof JourneyState.Ended) {
                released(placement);
            }
            placed(transfer, placement);
            obligations(transfer, placement);
        }
        for (var row : alerts.standing()) {
            var duty = row.obligation().opening().duty();
            if (duty.kind() == Kind.ANSWER_OFFER && !live.contains(duty.offer())) {
                throw disagree(
                        row.of().subject().transfer(),
                        duty.organisation() + " is still asked for an answer to a dead offer");
            }
        }
    }

    String subject(Kept row) {
        var subject = row.of().subject();
        return subject.transfer() == null ? subject.unit() : story.named(subject.transfer());
    }

    private void released(Placement placement) {
        var transfer = placement.transfer();
        boolean held =
                !placement.live().isEmpty()
                        || bed.slots().stream()
                                .map(row -> row.slot())
                                .anyMatch(
                                        slot ->
                                                switch (slot) {
                                                    case Slot.Held(_, _, var by, _) ->
                                                            by.equals(transfer);
                                                    case Slot.Confirmed(_, _, var by) ->
                                                            by.equals(transfer);
                                                    case Slot.Occupied(_, var by, _) ->
                                                            by.equals(
                                                                    new Occupant.Transferred(
                                                                            transfer));
                                                    case Slot.Free _,
                                                            Slot.Cleaning _,
                                                            Slot.Closed _ ->
                                                            false;
                                                });
        if (held) {
            throw new Violated(
                    Invariant.I9,
                    story.named(transfer.value()),
                    "has ended and a slot still waits for it");
        }
    }

    private void placed(Transfer transfer, Placement placement) {
        boolean over = placement.stage() instanceof Stage.Ended;
        if (transfer.attempt() != placement.of().attempt()) {
            throw disagree(transfer, placement, "attempts differ");
        }
        if (!over
                && !transfer.priority().urgency().name().equals(placement.of().urgency().name())) {
            throw disagree(transfer, placement, "urgencies differ");
        }
        if (placement.paused() == PausedBecause.BY_COORDINATOR
                && placement.stage() instanceof Stage.Seeking
                && transfer.automation() != Automation.BY_COORDINATOR) {
            throw disagree(transfer, placement, "a coordinator has stopped it, and it goes on");
        }
        boolean same =
                switch (transfer.state()) {
                    case JourneyState.Seeking _ -> placement.stage() instanceof Stage.Seeking;
                    case JourneyState.Waiting _ -> placement.stage() instanceof Stage.Waiting;
                    case JourneyState.Offered(var offers) -> asks(placement, offers);
                    case JourneyState.Consulting(var offers) -> asks(placement, offers);
                    case JourneyState.Accepted(var place) -> confirms(placement, place);
                    case JourneyState.Ready(var place, _) -> confirms(placement, place);
                    case JourneyState.InTransit(var place, var diversion, _) ->
                            leftAgain(transfer, placement)
                                    || onTheRoad(placement, place, diversion);
                    case JourneyState.Arrived(var where, _) -> lies(placement, where.code());
                    case JourneyState.HandedOver(var where) -> lies(placement, where.code());
                    case JourneyState.Ended _ -> over;
                };
        if (!same) {
            throw disagree(transfer, placement, "states differ");
        }
    }

    private static boolean asks(Placement placement, Offers offers) {
        var theirs =
                placement.live().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        var ours = offers.all().stream().map(it -> it.id().value()).collect(Collectors.toSet());
        return placement.stage() instanceof Stage.Offered && theirs.equals(ours);
    }

    private static boolean confirms(Placement placement, Place place) {
        return placement.stage() instanceof Stage.Confirmed(var offer)
                && offer.value().equals(place.offer().value());
    }

    /** The bed keeps its patient until its ward says otherwise; that they left again is flagged. */
    private static boolean leftAgain(Transfer transfer, Placement placement) {
        return transfer.chronicle().milestones().containsKey(Milestone.ARRIVED)
                && (placement.stage() instanceof Stage.Occupied
                        || placement.stage() instanceof Stage.Ended)
                && !isDiverting(transfer);
    }

    private static boolean isDiverting(Transfer transfer) {
        return transfer.state() instanceof JourneyState.InTransit(_, var diversion, _)
                && !(diversion instanceof Diversion.None);
    }

    private static boolean onTheRoad(Placement placement, Place place, Diversion diversion) {
        boolean keeps =
                place == null
                        || placement
                                .confirmed()
                                .filter(it -> it.id().value().equals(place.offer().value()))
                                .isPresent();
        return keeps
                && switch (diversion) {
                    case Diversion.None _ -> true;
                    case Diversion.Seeking _ ->
                            placement.stage() instanceof Stage.Seeking
                                    || placement.stage() instanceof Stage.Waiting;
                    case Diversion.Offered(var offers) -> asks(placement, offers);
                };
    }

    /** A ward that has cleared the bed ends the placement: the patient is a patient of its own. */
    private static boolean lies(Placement placement, String where) {
        return placement.stage() instanceof Stage.Ended
                || (placement.stage() instanceof Stage.Occupied(var bed)
                        && (bed == null || bed.ward().organisation().value().equals(where)));
    }

    private void obligations(Transfer transfer, Placement placement) {
        var id = transfer.about().id().value();
        for (var offer : placement.live()) {
            boolean told =
                    alerts.all().stream()
                            .map(row -> row.obligation().opening().duty())
                            .anyMatch(
                                    duty ->
                                            duty.kind() == Kind.ANSWER_OFFER
                                                    && offer.id().value().equals(duty.offer()));
            if (!told) {
                throw disagree(id, "nobody was told of a live offer");
            }
        }
        if (transfer.state() instanceof JourneyState.Ended) {
            for (var row : alerts.standing()) {
                var duty = row.obligation().opening().duty();
                if (id.equals(row.of().subject().transfer())
                        && !OUTLIVES_THE_END.contains(duty.kind())) {
                    throw disagree(id, "has ended and " + duty.kind() + " still stands");
                }
            }
        }
    }

    private Violated disagree(Transfer transfer, Placement placement, String how) {
        return disagree(
                transfer.about().id().value(),
                how
                        + ": transfer-service says "
                        + transfer.attempt()
                        + " "
                        + transfer.state()
                        + ", bed-service "
                        + placement.of().attempt()
                        + " "
                        + placement.stage()
                        + (placement.paused() == null ? "" : " " + placement.paused()));
    }

    private Violated disagree(UUID transfer, String how) {
        return new Violated(Invariant.I12, story.named(transfer), how);
    }
}
