package vn.lienvien.bed.placement.domain;

/** Agreed is confirmed, ask names one hospital, and only search moves on by itself. */
public enum Routing {
    AGREED,
    ASK,
    SEARCH
}
