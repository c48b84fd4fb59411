package vn.lienvien.transfer.journey.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The live offers of one transfer: one, or several in a declared multi-offer. */
public record Offers(List<Offer> all) {

    static final Offers NONE = new Offers(List.of());

    public Offers {
        all = List.copyOf(all);
    }

    Offers with(Offer offer) {
        return new Offers(Stream.concat(without(offer).all.stream(), Stream.of(offer)).toList());
    }

    Offers without(Offer named) {
        return new Offers(all.stream().filter(offer -> !offer.id().equals(named.id())).toList());
    }

    Optional<Offer> same(Offer named) {
        return all.stream().filter(offer -> offer.id().equals(named.id())).findFirst();
    }

    /** Nothing asked is Seeking; one unit that consults makes it Consulting. */
    JourneyState asState() {
        if (all.isEmpty()) {
            return new JourneyState.Seeking();
        }
        return all.stream().anyMatch(Offer::consulting)
                ? new JourneyState.Consulting(this)
                : new JourneyState.Offered(this);
    }

    Diversion asDiversion() {
        return all.isEmpty() ? new Diversion.Seeking() : new Diversion.Offered(this);
    }
}
