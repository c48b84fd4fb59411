package vn.lienvien.transfer.journey.domain;

import java.time.Instant;
import vn.lienvien.transfer.journey.domain.Outcome.Changed;
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
            case ASKED, ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING ->
                    goes ? agreed(transfer, one) : declined(transfer, one);
        };
    }

    private static Decided agreed(Transfer transfer, Organisation one) {
        var team = transfer.team();
        if (team.goes()) {
            return team.goes(one) ? transfer.asBefore() : new Refused(Refusal.TEAM_ALREADY_GOING);
        }
        return transfer.with(team.agreed(one)).telling(new JourneyEvent.TeamAnswered(one, true));
    }

    private static Decided declined(Transfer transfer, Organisation one) {
        var team = transfer.team();
        return team.goes(one) && team.isThere()
                ? new Refused(Refusal.TEAM_ALREADY_GOING)
                : notComing(transfer, one);
    }

    /** Whoever else was asked may go after all, and bed-service calls the next centre. */
    private static Changed notComing(Transfer transfer, Organisation one) {
        var chronicle = transfer.chronicle();
        return transfer.with(transfer.team().declined(one))
                .with(
                        transfer.team().goes(one)
                                ? chronicle
                                        .undone(Milestone.TEAM_LEFT)
                                        .undone(Milestone.TEAM_AT_BEDSIDE)
                                : chronicle)
                .telling(new JourneyEvent.TeamAnswered(one, false));
    }

    static Recorded record(Transfer transfer, Fact.OfTeam fact, Instant at) {
        return switch (fact) {
            case Fact.TeamLeft(Organisation one) ->
                    moved(transfer, one, TeamState.ON_THE_WAY, Milestone.TEAM_LEFT, at);
            case Fact.TeamAtBedside(Organisation one) ->
                    moved(transfer, one, TeamState.AT_BEDSIDE, Milestone.TEAM_AT_BEDSIDE, at);
            case Fact.Cannulated(Organisation one) ->
                    moved(transfer, one, TeamState.CANNULATED, Milestone.CANNULATED, at);
            // a state without a stage time
            case Fact.TeamStaying(Organisation one) ->
                    moved(transfer, one, TeamState.STAYING, null, at);
            case Fact.TeamTurnedBack(Organisation one) -> turnedBack(transfer, one, at);
        };
    }

    private static Recorded moved(
            Transfer transfer, Organisation one, TeamState to, Milestone milestone, Instant at) {
        var team = transfer.team();
        if (transfer.chronicle().knowsTeamLaterThan(at)) {
            var filled =
                    milestone == null ? transfer : transfer.with(filled(transfer, milestone, at));
            return filled.equals(transfer) ? transfer.asBefore() : filled.telling();
        }
        if (team.state() == to && one.equals(team.organisation())) {
            return transfer.asBefore();
        }
        var chronicle = transfer.chronicle().teamSeenAt(at);
        return transfer.with(team.moved(to, one))
                .with(milestone == null ? chronicle : chronicle.reached(milestone, at))
                .telling(new JourneyEvent.TeamMoved(one, to, at));
    }

    private static Recorded turnedBack(Transfer transfer, Organisation one, Instant at) {
        var team = transfer.team();
        boolean counts =
                isCalled(team)
                        && team.asked().contains(one)
                        && !transfer.chronicle().knowsTeamLaterThan(at);
        if (!counts) {
            return transfer.asBefore();
        }
        var back = notComing(transfer.with(transfer.chronicle().teamSeenAt(at)), one);
        return team.goes(one) && team.isThere() ? back.flagged(Contradiction.OUT_OF_ORDER) : back;
    }

    private static boolean isCalled(Team team) {
        return switch (team.state()) {
            case NONE, STOOD_DOWN -> false;
            case ASKED, ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING -> true;
        };
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
}
