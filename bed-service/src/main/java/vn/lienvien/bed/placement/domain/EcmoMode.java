package vn.lienvien.bed.placement.domain;

/** Configuration of the circuit. */
public enum EcmoMode {
    VV,
    VA,
    VAV,
    OTHER
}
