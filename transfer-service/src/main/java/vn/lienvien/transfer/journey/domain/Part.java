package vn.lienvien.transfer.journey.domain;

/** What an organisation is to a transfer. */
public enum Part {
    ORIGIN,
    CANDIDATE,
    CONSULTED,
    ACCEPTED,
    TEAM
}
