package vn.lienvien.simulation.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Diversion;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.PatientOutcome;
import vn.lienvien.transfer.journey.domain.Place;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Teams and whoever is with the patient: what has happened, in the order of the road's signal. */
final class Travelling implements People.Speaking {

    private static final String WHO = "team";

    private final Words words;
    private final Country country;

    Travelling(Words words, Country country) {
        this.words = words;
        this.country = country;
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        return Optional.of(
                switch (chance.below(20)) {
                    case 0, 1 ->
                            words.command(
                                    key,
                                    transfer,
                                    WHO,
                                    new Command.AnswerTeam(
                                            team(transfer, chance), chance.percent(70)),
                                    chance);
                    case 2, 3 ->
                            words.command(
                                    key,
                                    transfer,
                                    WHO,
                                    gateOrWayOut(transfer, chance.percent(10)),
                                    chance);
                    default -> words.fact(key, transfer, WHO, fact(transfer, chance), chance);
                });
    }

    /** On the road there is no gate any more, but there may be a better place. */
    private static Command gateOrWayOut(Transfer transfer, boolean overridden) {
        return transfer.state() instanceof JourneyState.InTransit
                ? new Command.Divert(Routing.SEARCH, null)
                : new Command.DeclareReady(overridden);
    }

    private Fact fact(Transfer transfer, Choices chance) {
        return switch (chance.below(32)) {
            case 0 -> new Fact.TeamLeft(team(transfer, chance));
            case 1 -> new Fact.TeamAtBedside(team(transfer, chance));
            case 2 -> new Fact.Cannulated(team(transfer, chance));
            case 3 -> new Fact.TeamStaying(team(transfer, chance));
            case 4, 5, 6, 7, 8, 9, 10, 11 ->
                    isDiverting(transfer) ? new Fact.TurnedBack(true) : new Fact.Departed();
            case 12, 13, 14, 15, 16, 17, 18 -> new Fact.Arrived(whereTo(transfer, chance), null);
            case 19, 20 -> new Fact.TurnedBack(chance.percent(50));
            case 21, 22 -> new Fact.EmergencyStop(anywhere(chance));
            case 23, 24, 25 -> new Fact.HandedOver(whereTo(transfer, chance));
            case 26 -> new Fact.Died();
            case 27 ->
                    new Fact.WentOtherwise(
                            chance.of(
                                    EndKind.TREATED_IN_PLACE,
                                    EndKind.TAKEN_BY_ANOTHER,
                                    EndKind.TAKEN_HOME));
            case 28 -> new Fact.OutcomeKnown(chance.of(List.of(PatientOutcome.values())));
            default -> new Fact.Reading(chance.of(Fact.Reading.Says.values()));
        };
    }

    /** Then the team thinks of the way back as well. */
    private static boolean isDiverting(Transfer transfer) {
        return transfer.state() instanceof JourneyState.InTransit(_, var diversion, _)
                && !(diversion instanceof Diversion.None);
    }

    /** Mostly where the patient is expected. */
    private Organisation whereTo(Transfer transfer, Choices chance) {
        return chance.percent(75)
                ? transfer.state()
                        .confirmed()
                        .map(Place::organisation)
                        .orElseGet(() -> anywhere(chance))
                : anywhere(chance);
    }

    private Organisation team(Transfer transfer, Choices chance) {
        var asked = transfer.team().asked();
        return asked.isEmpty() || chance.percent(20) ? anywhere(chance) : chance.of(asked);
    }

    private Organisation anywhere(Choices chance) {
        return Referring.organisation(chance.of(country.everywhere()));
    }
}
