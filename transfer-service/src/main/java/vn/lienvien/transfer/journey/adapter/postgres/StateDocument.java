package vn.lienvien.transfer.journey.adapter.postgres;

import vn.lienvien.transfer.journey.domain.Diversion;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.JourneyState;
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
import vn.lienvien.transfer.journey.domain.Offers;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Place;
import vn.lienvien.transfer.journey.domain.StateName;
import vn.lienvien.transfer.journey.domain.Unit;

/** A sealed state laid flat; what a state does not have is absent. */
record StateDocument(
        StateName name,
        Offers offers,
        Integer position,
        Place place,
        Boolean overridden,
        Boolean diverting,
        Organisation stoppedAt,
        Organisation organisation,
        Unit unit,
        EndKind kind) {

    private static StateDocument plain(StateName name) {
        return new StateDocument(name, null, null, null, null, null, null, null, null, null);
    }

    static StateDocument of(JourneyState state) {
        var name = StateName.of(state);
        return switch (state) {
            case Seeking _ -> plain(name);
            case Offered(Offers offers) -> asking(name, offers);
            case Consulting(Offers offers) -> asking(name, offers);
            case Waiting(int position) ->
                    new StateDocument(
                            name, null, position, null, null, null, null, null, null, null);
            case Accepted(Place place) -> at(name, place, null);
            case Ready(Place place, boolean overridden) -> at(name, place, overridden);
            case InTransit(Place place, Diversion diversion, Organisation stop) ->
                    new StateDocument(
                            name,
                            diversion instanceof Diversion.Offered(Offers asked) ? asked : null,
                            null,
                            place,
                            null,
                            !(diversion instanceof Diversion.None),
                            stop,
                            null,
                            null,
                            null);
            case Arrived(Organisation where, Unit unit) -> with(name, where, unit);
            case HandedOver(Organisation to) -> with(name, to, null);
            case Ended(EndKind kind, Place place, Organisation where) ->
                    new StateDocument(name, null, null, place, null, null, null, where, null, kind);
        };
    }

    private static StateDocument asking(StateName name, Offers offers) {
        return new StateDocument(name, offers, null, null, null, null, null, null, null, null);
    }

    private static StateDocument at(StateName name, Place place, Boolean overridden) {
        return new StateDocument(name, null, null, place, overridden, null, null, null, null, null);
    }

    private static StateDocument with(StateName name, Organisation where, Unit unit) {
        return new StateDocument(name, null, null, null, null, null, null, where, unit, null);
    }

    JourneyState state() {
        return switch (name) {
            case SEEKING -> new Seeking();
            case OFFERED -> new Offered(offers);
            case CONSULTING -> new Consulting(offers);
            case WAITING -> new Waiting(position);
            case ACCEPTED -> new Accepted(place);
            case READY -> new Ready(place, overridden);
            case IN_TRANSIT -> new InTransit(place, diversion(), stoppedAt);
            case ARRIVED -> new Arrived(organisation, unit);
            case HANDED_OVER -> new HandedOver(organisation);
            case ENDED -> new Ended(kind, place, organisation);
        };
    }

    private Diversion diversion() {
        if (!diverting) {
            return new Diversion.None();
        }
        return offers == null ? new Diversion.Seeking() : new Diversion.Offered(offers);
    }
}
