package vn.lienvien.transfer.journey.domain;

/** What bed-service, which alone decides placement, says of the search. */
public sealed interface PlacementNews {

    /** A unit is asked, with or without a slot held. */
    record Offered(Offer offer) implements PlacementNews {}

    record Opened(Offer offer) implements PlacementNews {}

    record ConsultingStarted(Offer offer) implements PlacementNews {}

    record Renewed(Offer offer) implements PlacementNews {}

    record Confirmed(Offer offer) implements PlacementNews {}

    record NotNow(Offer offer) implements PlacementNews {}

    record Lapsed(Offer offer) implements PlacementNews {}

    /**
     * @param then what comes after it for who relied on the place
     */
    record Released(Offer offer, Then then) implements PlacementNews {

        /** A coordinator who gives a place up decides as well what comes next. */
        public enum Then {
            SOUGHT_ANEW,
            REPLACED,
            FOR_PEOPLE
        }
    }

    record Withdrawn(Offer offer) implements PlacementNews {}

    record Resumed() implements PlacementNews {}

    record Waiting(int position) implements PlacementNews {}

    record Paused(Automation because) implements PlacementNews {}

    record TeamAsked(Organisation organisation) implements PlacementNews {}

    record TeamsExhausted() implements PlacementNews {}

    record Occupied(Organisation organisation, Unit unit) implements PlacementNews {}

    record UnitMissing() implements PlacementNews {}
}
