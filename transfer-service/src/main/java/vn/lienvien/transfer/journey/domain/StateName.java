package vn.lienvien.transfer.journey.domain;

/** Names of the states, as stored and shown. */
public enum StateName {
    SEEKING,
    OFFERED,
    CONSULTING,
    WAITING,
    ACCEPTED,
    READY,
    IN_TRANSIT,
    ARRIVED,
    HANDED_OVER,
    ENDED;

    public static StateName of(JourneyState state) {
        return switch (state) {
            case JourneyState.Seeking _ -> SEEKING;
            case JourneyState.Offered _ -> OFFERED;
            case JourneyState.Consulting _ -> CONSULTING;
            case JourneyState.Waiting _ -> WAITING;
            case JourneyState.Accepted _ -> ACCEPTED;
            case JourneyState.Ready _ -> READY;
            case JourneyState.InTransit _ -> IN_TRANSIT;
            case JourneyState.Arrived _ -> ARRIVED;
            case JourneyState.HandedOver _ -> HANDED_OVER;
            case JourneyState.Ended _ -> ENDED;
        };
    }
}
