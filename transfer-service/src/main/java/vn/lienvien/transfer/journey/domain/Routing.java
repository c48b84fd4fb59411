package vn.lienvien.transfer.journey.domain;

/** How the destination is found. */
public enum Routing {
    AGREED,
    ASK,
    SEARCH
}
