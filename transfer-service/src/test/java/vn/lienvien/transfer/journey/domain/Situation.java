package vn.lienvien.transfer.journey.domain;

import static vn.lienvien.transfer.journey.domain.Fixtures.ANOTHER_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.PLACE;
import static vn.lienvien.transfer.journey.domain.Fixtures.THE_OFFER;
import static vn.lienvien.transfer.journey.domain.Fixtures.VINH_LONG;
import static vn.lienvien.transfer.journey.domain.Fixtures.consulting;

import java.util.Locale;
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

/** The rows of every table: each state a journey can be in, and each kind of diversion. */
@SuppressWarnings("ImmutableEnumChecker") // its states are records of records
enum Situation {
    SEEKING(new Seeking()),
    OFFERED(new Offered(OFFER)),
    CONSULTING(new Consulting(consulting(OFFER))),
    WAITING(new Waiting(2)),
    ACCEPTED(new Accepted(PLACE)),
    READY(new Ready(PLACE, false)),
    ON_THE_ROAD(new InTransit(PLACE, new Diversion.None(), null)),
    STOPPED(new InTransit(PLACE, new Diversion.None(), VINH_LONG)),
    DIVERTING(new InTransit(PLACE, new Diversion.Seeking(), null)),
    DIVERSION_OFFERED(
            new InTransit(PLACE, new Diversion.Offered(Offers.NONE.with(ANOTHER_OFFER)), null)),
    NO_PLACE_YET(new InTransit(null, new Diversion.Offered(OFFER), null)),
    /** After an arrival or an end: nobody seeks until a person says so. */
    LEFT_AGAIN(new InTransit(null, new Diversion.None(), null)),
    ARRIVED(new Arrived(THE_OFFER.organisation(), THE_OFFER.unit())),
    HANDED_OVER(new HandedOver(THE_OFFER.organisation())),
    ENDED(new Ended(EndKind.CANCELLED, null, null)),
    DIED(new Ended(EndKind.DIED, PLACE, null));

    private final JourneyState state;

    Situation(JourneyState state) {
        this.state = state;
    }

    JourneyState state() {
        return state;
    }

    Transfer transfer() {
        return Fixtures.transfer().in(state);
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
