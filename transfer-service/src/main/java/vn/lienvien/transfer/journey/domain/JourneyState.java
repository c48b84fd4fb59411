package vn.lienvien.transfer.journey.domain;

import java.util.Optional;

/**
 * Seeking → Offered → Consulting → Accepted → Ready → InTransit → Arrived → HandedOver; Waiting
 * while nothing is free; Ended when there will be no handover.
 */
public sealed interface JourneyState {

    record Seeking() implements JourneyState {}

    record Offered(Offers offers) implements JourneyState {}

    record Consulting(Offers offers) implements JourneyState {}

    record Waiting(int position) implements JourneyState {}

    record Accepted(Place place) implements JourneyState {}

    record Ready(Place place, boolean overridden) implements JourneyState {}

    /**
     * @param place null when the patient left before any unit accepted, or when it was withdrawn
     * @param stoppedAt hospital of an emergency stop, else null
     */
    record InTransit(Place place, Diversion diversion, Organisation stoppedAt)
            implements JourneyState {}

    /**
     * @param unit null when only the hospital is known
     */
    record Arrived(Organisation organisation, Unit unit) implements JourneyState {}

    record HandedOver(Organisation organisation) implements JourneyState {}

    /**
     * @param place what had been accepted, so that its unit still sees how it ended; else null
     * @param where the hospital that the patient had come to, which sees it as well; else null
     */
    record Ended(EndKind kind, Place place, Organisation where) implements JourneyState {}

    /** The confirmed place, while there is one. */
    default Optional<Place> confirmed() {
        return switch (this) {
            case Accepted(Place place) -> Optional.of(place);
            case Ready(Place place, boolean _) -> Optional.of(place);
            case InTransit(Place place, Diversion _, Organisation _) -> Optional.ofNullable(place);
            case Ended(EndKind _, Place place, Organisation _) -> Optional.ofNullable(place);
            case Seeking _, Offered _, Consulting _, Waiting _, Arrived _, HandedOver _ ->
                    Optional.empty();
        };
    }

    /** The hospital that the patient has come to, if only for a stop. */
    default Optional<Organisation> whereabouts() {
        return switch (this) {
            case Arrived(Organisation here, Unit _) -> Optional.of(here);
            case HandedOver(Organisation here) -> Optional.of(here);
            case InTransit(Place _, Diversion _, Organisation stop) -> Optional.ofNullable(stop);
            case Ended(EndKind _, Place _, Organisation where) -> Optional.ofNullable(where);
            case Seeking _, Offered _, Consulting _, Waiting _, Accepted _, Ready _ ->
                    Optional.empty();
        };
    }

    /** The offers that are asked now. */
    default Offers asked() {
        return switch (this) {
            case Offered(Offers offers) -> offers;
            case Consulting(Offers offers) -> offers;
            case InTransit(Place _, Diversion diversion, Organisation _) -> diversion.asked();
            case Seeking _, Waiting _, Accepted _, Ready _, Arrived _, HandedOver _, Ended _ ->
                    Offers.NONE;
        };
    }

    /** A journey that still needs people. */
    default boolean live() {
        return !(this instanceof HandedOver) && !(this instanceof Ended);
    }
}
