package vn.lienvien.simulation.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.placement.domain.Happened.NotNow;
import vn.lienvien.bed.placement.domain.NotNowReason;
import vn.lienvien.bed.placement.domain.Offer;
import vn.lienvien.bed.placement.domain.OfferId;
import vn.lienvien.bed.placement.domain.Outcome;
import vn.lienvien.bed.placement.domain.Placement;
import vn.lienvien.bed.placement.domain.TransferId;
import vn.lienvien.bed.placement.domain.WithdrawnBecause;
import vn.lienvien.simulation.Bug;
import vn.lienvien.simulation.Invariant;
import vn.lienvien.simulation.Violated;
import vn.lienvien.simulation.bed.Bed;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.transfer.journey.domain.Transfer;

/** Doctors of intensive care units, who answer offers that may be over by now. */
final class Receiving implements People.Speaking {

    private final Words words;
    private final Bed bed;
    private final Bug bug;

    Receiving(Words words, Bed bed, Bug bug) {
        this.words = words;
        this.bed = bed;
        this.bug = bug;
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        return bed.placement(new TransferId(transfer.about().id().value()))
                .flatMap(it -> offer(it, chance))
                .map(it -> answer(key, transfer, it, chance));
    }

    /** Mostly one that can be answered. */
    private static Optional<Offer> offer(Placement placement, Choices chance) {
        var all = placement.offers();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var live = placement.live();
        return Optional.of(live.isEmpty() || chance.percent(25) ? chance.of(all) : chance.of(live));
    }

    private Request answer(UUID key, Transfer transfer, Offer offer, Choices chance) {
        var id = new TransferId(transfer.about().id().value());
        var named = offer.id();
        var at = chance.percent(15) ? words.earlier(chance) : null;
        var who = offer.asked().ward().unit() + " on offer " + words.name(named.value()) + ": ";
        return switch (chance.below(20)) {
            case 0, 1, 2 ->
                    words.onPlacement(
                            key,
                            transfer,
                            who + "opens",
                            () -> bed.answering().opened(id, named, at));
            case 3, 4, 5, 6, 7, 8, 9, 10 ->
                    words.onPlacement(key, transfer, who + "confirms", () -> confirm(id, named));
            case 11, 12, 13 -> {
                var answer =
                        new NotNow(
                                chance.of(List.of(NotNowReason.values())),
                                List.of(),
                                chance.percent(30));
                yield words.onPlacement(
                        key,
                        transfer,
                        who + "not now, " + answer.reason(),
                        () -> bed.answering().notNow(id, named, answer, at));
            }
            case 14, 15 ->
                    words.onPlacement(
                            key,
                            transfer,
                            who + "consults",
                            () -> bed.answering().consulting(id, named, at));
            case 16, 17 ->
                    words.onPlacement(
                            key,
                            transfer,
                            who + "renews",
                            () -> bed.answering().renew(id, named, at));
            default -> {
                var because = chance.of(List.of(WithdrawnBecause.values()));
                yield words.onPlacement(
                        key,
                        transfer,
                        who + "withdraws, " + because,
                        () -> bed.answering().withdraw(id, named, because, at));
            }
        };
    }

    /** "Yes" means the offer that was named, whatever has become of it since. */
    private Outcome<Placement> confirm(TransferId transfer, OfferId named) {
        var asked = bug == Bug.OFFER_ID_IGNORED ? whateverIsLive(transfer, named) : named;
        var outcome = bed.answering().confirm(transfer, asked, "doctor", null);
        boolean confirmed =
                bed.placement(transfer).flatMap(it -> it.offer(named)).stream()
                        .anyMatch(Offer.Confirmed.class::isInstance);
        if (!(outcome instanceof Outcome.Refused<Placement>) && !confirmed) {
            throw new Violated(
                    Invariant.I8,
                    words.name(transfer.value()),
                    "the confirm of offer " + words.name(named.value()) + " was taken for another");
        }
        return outcome;
    }

    private OfferId whateverIsLive(TransferId transfer, OfferId named) {
        return bed.placement(transfer).orElseThrow().live().stream()
                .map(Offer::id)
                .findFirst()
                .orElse(named);
    }
}
