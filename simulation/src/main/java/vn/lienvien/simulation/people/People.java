package vn.lienvien.simulation.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.kit.ids.Ids;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.simulation.kernel.Wheel;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.transfer.Journeys;
import vn.lienvien.transfer.journey.domain.Transfer;

/**
 * Everybody who can say something, sensible or not: referrers, doctors, wards, teams, coordinators.
 */
public final class People {

    private static final int TRANSFERS = 9;

    private final Journeys journeys;
    private final Clients clients;
    private final Ids ids;
    private final Referring referring;
    private final Wheel<Speaking> speakers;

    /** One kind of person; empty when there is nothing to say. */
    interface Speaking {
        Optional<Request> say(UUID key, Transfer transfer, Choices chance);
    }

    public People(
            VirtualClock clock,
            Story story,
            Ids ids,
            Country country,
            Clients clients,
            Journeys journeys,
            Bed bed,
            Alerts alerts,
            Bug bug) {
        this.journeys = journeys;
        this.clients = clients;
        this.ids = ids;
        var words = new Words(clock, story, clients, journeys);
        referring = new Referring(words, country, journeys);
        speakers =
                new Wheel<Speaking>()
                        .with(40, new Receiving(words, bed, bug))
                        .with(22, new Travelling(words, country))
                        .with(12, referring)
                        .with(10, new Coordinating(words, bed))
                        .with(9, new Warding(words, bed))
                        .with(7, new Knowing(words, alerts));
    }

    public void act(Choices chance) {
        var key = ids.next();
        var all = journeys.all();
        if (all.isEmpty() || (all.size() < TRANSFERS && chance.percent(9))) {
            clients.send(referring.file(key, chance), chance);
            return;
        }
        var transfer = oneOf(new ArrayList<>(all), chance);
        speakers.turn(chance).say(key, transfer, chance).ifPresent(it -> clients.send(it, chance));
    }

    /** Mostly one that is still on its way. */
    private static Transfer oneOf(List<Transfer> all, Choices chance) {
        var one = chance.of(all);
        return one.state().live() ? one : chance.of(all);
    }
}
