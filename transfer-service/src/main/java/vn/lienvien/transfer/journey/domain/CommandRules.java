package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Command.AmendClinical;
import vn.lienvien.transfer.journey.domain.Command.AnswerTeam;
import vn.lienvien.transfer.journey.domain.Command.ChangeNeeds;
import vn.lienvien.transfer.journey.domain.Command.ChangeRouting;
import vn.lienvien.transfer.journey.domain.Command.ChangeUrgency;
import vn.lienvien.transfer.journey.domain.Command.DeclareReady;
import vn.lienvien.transfer.journey.domain.Command.Divert;
import vn.lienvien.transfer.journey.domain.Command.End;
import vn.lienvien.transfer.journey.domain.Command.EndorseUrgency;
import vn.lienvien.transfer.journey.domain.Command.RequestTeam;
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
import vn.lienvien.transfer.journey.domain.Outcome.Decided;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;

/** What each command does in each state. */
final class CommandRules {

    private CommandRules() {}

    static Decided decide(Transfer transfer, Command command, Instant at) {
        return switch (command) {
            case ChangeUrgency change -> urgency(transfer, change);
            case EndorseUrgency endorse -> endorsement(transfer, endorse);
            case ChangeRouting change -> RoutingRules.change(transfer, change);
            case ChangeNeeds(NeedsChange change) -> RoutingRules.needs(transfer, change);
            case Divert divert -> RoutingRules.divert(transfer, divert);
            case AmendClinical amendment -> amendment(transfer, amendment);
            case RequestTeam(Organisation asked) -> TeamRules.request(transfer, asked, at);
            case AnswerTeam(Organisation one, boolean goes) ->
                    TeamRules.answer(transfer, one, goes);
            case DeclareReady(boolean overridden) -> ready(transfer, overridden, at);
            case End(EndKind kind) -> end(transfer, kind, at);
        };
    }

    private static Decided urgency(Transfer transfer, ChangeUrgency change) {
        if (!beforeArrival(transfer.state())) {
            return new Refused(tooLate(transfer.state()));
        }
        if (transfer.priority().urgency() == change.urgency()) {
            return transfer.asBefore();
        }
        var priority = new Priority(change.urgency(), change.byCoordinator(), change.by());
        return transfer.with(priority)
                .telling(new JourneyEvent.UrgencyChanged(priority.endorsed()));
    }

    private static Decided endorsement(Transfer transfer, EndorseUrgency endorse) {
        var priority = transfer.priority();
        if (!beforeArrival(transfer.state())) {
            return new Refused(tooLate(transfer.state()));
        }
        if (!priority.urgency().wantsEndorsement()) {
            return new Refused(Refusal.NOTHING_TO_ENDORSE);
        }
        if (priority.endorsed()) {
            return transfer.asBefore();
        }
        if (priority.setBy().equals(endorse.by())) {
            return new Refused(Refusal.OWN_URGENCY);
        }
        return transfer.with(priority.endorse()).telling(new JourneyEvent.UrgencyChanged(true));
    }

    private static Decided amendment(Transfer transfer, AmendClinical to) {
        return switch (transfer.state()) {
            case HandedOver _, Ended _ -> new Refused(tooLate(transfer.state()));
            case Seeking _,
                    Offered _,
                    Consulting _,
                    Waiting _,
                    Accepted _,
                    Ready _,
                    InTransit _,
                    Arrived _ ->
                    RoutingRules.amended(
                            transfer.amended(), transfer.search().needing(to.before(), to.after()));
        };
    }

    private static Decided ready(Transfer transfer, boolean overridden, Instant at) {
        return switch (transfer.state()) {
            case Accepted(Place place) ->
                    transfer.in(new Ready(place, overridden))
                            .reached(Milestone.READY, at)
                            .telling(new JourneyEvent.BecameReady(overridden));
            case Ready _ -> transfer.asBefore();
            case Seeking _, Offered _, Consulting _, Waiting _ -> new Refused(Refusal.NOT_ACCEPTED);
            case InTransit _ -> new Refused(Refusal.ALREADY_DEPARTED);
            case Arrived _, HandedOver _, Ended _ -> new Refused(tooLate(transfer.state()));
        };
    }

    private static Decided end(Transfer transfer, EndKind kind, Instant at) {
        return switch (transfer.state()) {
            case Seeking _, Offered _, Consulting _, Waiting _, Accepted _, Ready _ ->
                    Ending.of(transfer, kind, at);
            case InTransit _ -> new Refused(Refusal.ALREADY_DEPARTED);
            case Ended(EndKind same, Place _, Organisation _) when same == kind ->
                    transfer.asBefore();
            case Arrived _, HandedOver _, Ended _ -> new Refused(tooLate(transfer.state()));
        };
    }

    static boolean beforeArrival(JourneyState state) {
        return state.live() && !(state instanceof Arrived);
    }

    /** Why nothing more is decided once the patient has arrived, or never will. */
    static Refusal tooLate(JourneyState state) {
        return switch (state) {
            case Arrived _ -> Refusal.ALREADY_ARRIVED;
            case HandedOver _ -> Refusal.ALREADY_HANDED_OVER;
            case Ended _ -> Refusal.TRANSFER_ENDED;
            case Seeking _, Offered _, Consulting _, Waiting _, Accepted _, Ready _, InTransit _ ->
                    throw new IllegalStateException("still before arrival");
        };
    }
}
