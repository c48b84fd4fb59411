package vn.lienvien.transfer.journey.domain;

/** Configuration of the circuit. */
public enum EcmoMode {
    VV,
    VA,
    VAV,
    OTHER
}
