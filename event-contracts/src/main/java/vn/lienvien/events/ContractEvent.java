package vn.lienvien.events;

/**
 * What travels on a topic: ids, codes, numbers and times only; no identity and no free text, ever
 * (I14).
 */
public sealed interface ContractEvent
        permits TransferEvent, PlacementEvent, CapacityEvent, AlertEvent, ServiceEvent {

    Topic topic();

    /** Record key and CloudEvents subject; events of one key are applied in order (I6). */
    String key();
}
