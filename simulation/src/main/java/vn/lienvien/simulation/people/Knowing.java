package vn.lienvien.simulation.people;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.notification.Alerts;
import vn.lienvien.simulation.notification.Kept;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Somebody says "I know", or was reached by phone. */
final class Knowing implements People.Speaking {

    private final Words words;
    private final Alerts alerts;

    Knowing(Words words, Alerts alerts) {
        this.words = words;
        this.alerts = alerts;
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        var standing = alerts.standing();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var one = chance.of(standing);
        var duty = one.obligation().opening().duty();
        var who = duty.role() + "@" + duty.organisation() + ": ";
        var kind = " " + duty.kind();
        var id = one.id();
        return Optional.of(
                switch (chance.below(10)) {
                    case 0, 1 -> {
                        var quiet = Duration.ofMinutes(1 + chance.below(15));
                        yield said(
                                key, one, who + "snoozes" + kind, () -> alerts.snooze(id, quiet));
                    }
                    case 2 -> said(key, one, who + "hands on" + kind, () -> alerts.handOn(id));
                    case 3 ->
                            said(
                                    key,
                                    one,
                                    who + "is a gap in the roster for" + kind,
                                    () -> {
                                        alerts.nobodyThere(id);
                                        return true;
                                    });
                    default ->
                            said(
                                    key,
                                    one,
                                    who + "knows of" + kind,
                                    () -> {
                                        alerts.acknowledge(id);
                                        return true;
                                    });
                });
    }

    private Request said(UUID key, Kept one, String says, BooleanSupplier command) {
        var subject = one.of().subject();
        return words.request(
                Request.To.NOTIFICATION,
                Request.Kind.COMMAND,
                key,
                subject.transfer() == null ? subject.unit() : words.name(subject.transfer()),
                says,
                () -> command.getAsBoolean() ? Done.ok(one.id().value()) : Done.refused("NOT_NOW"));
    }
}
