package vn.lienvien.local.client;

/** States of a transfer (docs/transfer-states.md). */
public enum TransferState {
    SEEKING,
    OFFERED,
    CONSULTING,
    WAITING,
    ACCEPTED,
    READY,
    IN_TRANSIT,
    ARRIVED,
    HANDED_OVER,
    ENDED
}
