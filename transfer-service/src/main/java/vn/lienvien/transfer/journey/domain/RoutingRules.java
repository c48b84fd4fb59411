package vn.lienvien.transfer.journey.domain;

import java.util.Optional;
import vn.lienvien.transfer.journey.domain.Command.ChangeRouting;
import vn.lienvien.transfer.journey.domain.Command.Divert;
import vn.lienvien.transfer.journey.domain.JourneyState.Accepted;
import vn.lienvien.transfer.journey.domain.JourneyState.Arrived;
import vn.lienvien.transfer.journey.domain.JourneyState.Consulting;
import vn.lienvien.transfer.journey.domain.JourneyState.Ended;
import vn.lienvien.transfer.journey.domain.JourneyState.HandedOver;
import vn.lienvien.transfer.journey.domain.JourneyState.InTransit;
import vn.lienvien.transfer.journey.domain.JourneyState.Offered;
import vn.lienvien.transfer.journey.domain.JourneyState.Ready;
import vn.lienvien.transfer.journey.domain.JourneyState.Seeking;
import vn.lienvien.transfer.journey.domain.JourneyState.Waiting;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
import vn.lienvien.transfer.journey.domain.Outcome.Decided;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;

/** When bed-service is asked anew, and when a place that people agreed on is left alone. */
final class RoutingRules {

    private RoutingRules() {}

    static Decided change(Transfer transfer, ChangeRouting to) {
        var wanted = transfer.search().towards(to.routing(), to.organisation(), to.unit());
        return switch (transfer.state()) {
            case Seeking _, Offered _, Consulting _, Waiting _ ->
                    alreadyAsked(transfer, wanted)
                            ? transfer.asBefore()
                            : anew(transfer, wanted, SoughtBecause.ROUTING_CHANGED);
            case Accepted(Place place) -> accepted(transfer, place, wanted);
            case Ready(Place place, boolean _) -> accepted(transfer, place, wanted);
            case InTransit(Place place, Diversion.None _, Organisation _)
                    when place != null && place.organisation().equals(to.organisation()) ->
                    noted(transfer, wanted);
            case InTransit on -> diverted(transfer, on, wanted);
            case Arrived _, HandedOver _, Ended _ ->
                    new Refused(CommandRules.tooLate(transfer.state()));
        };
    }

    static Decided needs(Transfer transfer, NeedsChange change) {
        if (!CommandRules.beforeArrival(transfer.state())) {
            return new Refused(CommandRules.tooLate(transfer.state()));
        }
        var wanted = transfer.search().needing(change);
        return wanted.equals(transfer.search())
                ? transfer.asBefore()
                : needing(transfer, wanted).orElseGet(() -> told(transfer.with(wanted)));
    }

    /** A picture that says other needs is heard where a place is sought, as if they were told. */
    static Changed amended(Transfer transfer, Search wanted) {
        var told = told(transfer.with(wanted));
        return wanted.equals(transfer.search())
                ? told
                : needing(transfer, wanted).map(told::thenTelling).orElse(told);
    }

    /** With a place confirmed, its unit is told by the amendment and decides itself. */
    private static Changed told(Transfer transfer) {
        return transfer.telling(new JourneyEvent.ClinicalAmended(transfer.clinicalVersion()));
    }

    /** Asks anew; empty where no place is sought. */
    private static Optional<Changed> needing(Transfer transfer, Search wanted) {
        return switch (transfer.state()) {
            case Seeking _, Offered _, Consulting _, Waiting _ ->
                    Optional.of(anew(transfer, wanted, SoughtBecause.NEEDS_CHANGED));
            case InTransit(Place _, Diversion.None _, Organisation _) -> Optional.empty();
            case InTransit(Place place, Diversion _, Organisation stop) ->
                    Optional.of(
                            diverting(
                                    transfer,
                                    wanted,
                                    new InTransit(place, new Diversion.Seeking(), stop)));
            case Accepted _, Ready _, Arrived _, HandedOver _, Ended _ -> Optional.empty();
        };
    }

    static Decided divert(Transfer transfer, Divert to) {
        return switch (transfer.state()) {
            case InTransit on ->
                    diverted(
                            transfer,
                            on,
                            transfer.search().towards(to.routing(), to.organisation(), null));
            case Seeking _, Offered _, Consulting _, Waiting _, Accepted _, Ready _ ->
                    new Refused(Refusal.NOT_IN_TRANSIT);
            case Arrived _, HandedOver _, Ended _ ->
                    new Refused(CommandRules.tooLate(transfer.state()));
        };
    }

    /** Never undo what two hospitals agreed: naming the hospital that accepted only notes it. */
    private static Decided accepted(Transfer transfer, Place place, Search wanted) {
        return place.organisation().equals(wanted.organisation())
                ? noted(transfer, wanted)
                : anew(transfer, wanted, SoughtBecause.ROUTING_CHANGED);
    }

    private static Decided noted(Transfer transfer, Search wanted) {
        return wanted.equals(transfer.search())
                ? transfer.asBefore()
                : transfer.with(wanted).telling();
    }

    private static Decided diverted(Transfer transfer, InTransit on, Search wanted) {
        boolean diverting = !(on.diversion() instanceof Diversion.None);
        return diverting && alreadyAsked(transfer, wanted)
                ? transfer.asBefore()
                : diverting(
                        transfer,
                        wanted,
                        new InTransit(on.place(), new Diversion.Seeking(), on.stoppedAt()));
    }

    /** A search that a person must restart is asked again even when its words are the same. */
    private static boolean alreadyAsked(Transfer transfer, Search wanted) {
        return transfer.automation() == Automation.RUNNING && wanted.equals(transfer.search());
    }

    private static Changed diverting(Transfer transfer, Search wanted, InTransit next) {
        return transfer.askingAnew(wanted.atTopRank(), next)
                .telling(new JourneyEvent.PlacementSought(SoughtBecause.DIVERSION));
    }

    private static Changed anew(Transfer transfer, Search wanted, SoughtBecause because) {
        return transfer.askingAnew(wanted, new Seeking())
                .telling(new JourneyEvent.PlacementSought(because));
    }
}
