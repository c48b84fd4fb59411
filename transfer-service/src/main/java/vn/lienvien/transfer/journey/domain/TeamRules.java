package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Outcome.Decided;
import vn.lienvien.transfer.journey.domain.Outcome.Followed;
import vn.lienvien.transfer.journey.domain.Outcome.Recorded;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;

/** The track of the visiting team, whatever the journey does. */
final class TeamRules {

    private TeamRules() {}

    static Decided request(Transfer transfer, Organisation asked, Instant at) {
        var team = transfer.team();
        if (!CommandRules.beforeArrival(transfer.state())) {
            return new Refused(CommandRules.tooLate(transfer.state()));
        }
        if (isWith(team, asked)) {
            return transfer.asBefore();
        }
        if (!team.canBeAsked()) {
            return new Refused(Refusal.TEAM_ALREADY_GOING);
        }
        return transfer.with(team.ask(asked))
                .reached(Milestone.TEAM_ASKED, at)
                .telling(new JourneyEvent.TeamRequested(asked));
    }

    static Decided answer(Transfer transfer, Organisation one, boolean goes) {
        var team = transfer.team();
        if (transfer.state() instanceof JourneyState.Ended) {
            return new Refused(Refusal.TRANSFER_ENDED);
        }
        if (!team.asked().contains(one)) {
            return new Refused(Refusal.TEAM_NOT_ASKED);
        }
        return switch (team.state()) {
            case NONE, STOOD_DOWN -> new Refused(Refusal.TEAM_NOT_ASKED);
            case ASKED -> asked(transfer, one, goes);
            case ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING ->
                    goes == one.equals(team.organisation())
                            ? transfer.asBefore()
                            : new Refused(Refusal.TEAM_ALREADY_GOING);
        };
    }

    private static Decided asked(Transfer transfer, Organisation one, boolean goes) {
        var team = transfer.team();
        if (goes && team.goes()) {
            return one.equals(team.organisation())
                    ? transfer.asBefore()
                    : new Refused(Refusal.TEAM_ALREADY_GOING);
        }
        return transfer.with(goes ? team.agreed(one) : team.declined(one))
                .telling(new JourneyEvent.TeamAnswered(one, goes));
    }

    static Recorded record(Transfer transfer, Fact.OfTeam fact, Instant at) {
        var to = stateAfter(fact);
        var milestone = milestoneOf(fact);
        var team = transfer.team();
        if (transfer.chronicle().knowsTeamLaterThan(at)) {
            var filled =
                    milestone == null ? transfer : transfer.with(filled(transfer, milestone, at));
            return filled.equals(transfer) ? transfer.asBefore() : filled.telling();
        }
        if (team.state() == to && fact.organisation().equals(team.organisation())) {
            return transfer.asBefore();
        }
        var chronicle = transfer.chronicle().teamSeenAt(at);
        return transfer.with(team.moved(to, fact.organisation()))
                .with(milestone == null ? chronicle : chronicle.reached(milestone, at))
                .telling(new JourneyEvent.TeamMoved(fact.organisation(), to, at));
    }

    /** bed-service asks the next centre while nobody has said that they go. */
    static Followed asked(Transfer transfer, Organisation next, Instant at) {
        var team = transfer.team();
        return !team.canBeAsked() || isWith(team, next)
                ? transfer.asBefore()
                : transfer.with(team.ask(next)).reached(Milestone.TEAM_ASKED, at).telling();
    }

    private static Chronicle filled(Transfer transfer, Milestone milestone, Instant at) {
        return transfer.chronicle().filled(milestone, at);
    }

    private static boolean isWith(Team team, Organisation one) {
        return switch (team.state()) {
            case NONE, STOOD_DOWN -> false;
            case ASKED -> team.asked().contains(one);
            case ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING -> one.equals(team.organisation());
        };
    }

    private static TeamState stateAfter(Fact.OfTeam fact) {
        return switch (fact) {
            case Fact.TeamLeft _ -> TeamState.ON_THE_WAY;
            case Fact.TeamAtBedside _ -> TeamState.AT_BEDSIDE;
            case Fact.Cannulated _ -> TeamState.CANNULATED;
            case Fact.TeamStaying _ -> TeamState.STAYING;
        };
    }

    /** Staying is a state without a stage time; null for it. */
    private static Milestone milestoneOf(Fact.OfTeam fact) {
        return switch (fact) {
            case Fact.TeamLeft _ -> Milestone.TEAM_LEFT;
            case Fact.TeamAtBedside _ -> Milestone.TEAM_AT_BEDSIDE;
            case Fact.Cannulated _ -> Milestone.CANNULATED;
            case Fact.TeamStaying _ -> null;
        };
    }
}
