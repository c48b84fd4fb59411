package vn.lienvien.simulation.people;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.kernel.Story;
import vn.lienvien.simulation.kernel.VirtualClock;
import vn.lienvien.simulation.transfer.Journeys;
import vn.lienvien.transfer.journey.application.Said;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.Fact;
import vn.lienvien.transfer.journey.domain.Outcome.Refused;
import vn.lienvien.transfer.journey.domain.Transfer;

/** How people's words become requests. */
final class Words {

    private final VirtualClock clock;
    private final Story story;
    private final Clients clients;
    private final Journeys journeys;

    Words(VirtualClock clock, Story story, Clients clients, Journeys journeys) {
        this.clock = clock;
        this.story = story;
        this.clients = clients;
        this.journeys = journeys;
    }

    String name(Transfer transfer) {
        return story.named(transfer.about().id().value());
    }

    String name(Object id) {
        return story.named(id);
    }

    void name(UUID id, String name) {
        story.name(id, name);
    }

    Request command(UUID key, Transfer transfer, String actor, Command command, Choices chance) {
        var said = said(actor, chance.percent(15) ? earlier(chance) : null);
        return request(
                Request.To.TRANSFER,
                Request.Kind.COMMAND,
                key,
                name(transfer),
                actor + ": " + command,
                () ->
                        journeys.decide(transfer.about().id(), command, said)
                                        instanceof Refused(var why)
                                ? Done.refused(why.name())
                                : done(transfer));
    }

    /** Dated anyhow: now, hours ago, out of order, ahead of the clock. */
    Request fact(UUID key, Transfer transfer, String actor, Fact fact, Choices chance) {
        var at =
                switch (chance.below(20)) {
                    case 0 -> clock.now().plusSeconds(60L * chance.below(90));
                    case 1, 2, 3, 4, 5 -> earlier(chance);
                    default -> null;
                };
        var said = said(actor, at);
        return request(
                Request.To.TRANSFER,
                Request.Kind.FACT,
                key,
                name(transfer),
                actor + ": " + fact + (at == null ? "" : " at " + at),
                () ->
                        journeys.record(transfer.about().id(), key.toString(), fact, said)
                                ? done(transfer)
                                : Done.refused("FACT"));
    }

    Request onPlacement(
            UUID key, Transfer transfer, String says, Supplier<Outcome<Placement>> command) {
        return request(
                Request.To.BED,
                Request.Kind.COMMAND,
                key,
                name(transfer),
                says,
                () -> answered(command.get(), transfer));
    }

    Request underAllocatorLock(
            UUID key, Transfer transfer, String says, Supplier<Outcome<Placement>> command) {
        return new Request(
                Request.To.BED,
                Request.Kind.COMMAND,
                key,
                name(transfer),
                says,
                true,
                clients.arriving(Request.To.BED),
                () -> answered(command.get(), transfer));
    }

    Request request(
            Request.To to,
            Request.Kind kind,
            UUID key,
            String about,
            String says,
            Supplier<Done> command) {
        return new Request(to, kind, key, about, says, false, clients.arriving(to), command);
    }

    Instant earlier(Choices chance) {
        return clock.now().minusSeconds(60L * chance.below(chance.percent(30) ? 600 : 60));
    }

    static Done answered(Outcome<Placement> outcome, Transfer transfer) {
        return switch (outcome) {
            case Outcome.Changed<Placement> _, Outcome.Unchanged<Placement> _ -> done(transfer);
            case Outcome.Refused<Placement>(var why) -> Done.refused(why.name());
        };
    }

    static Done done(Transfer transfer) {
        return Done.ok(transfer.about().id().value());
    }

    static Said said(String actor, Instant occurredAt) {
        return new Said(actor, null, null, null, occurredAt);
    }
}
