package vn.lienvien.events;

/** Configuration of the circuit. */
public enum EcmoMode {
    /** Veno-venous. */
    VV,
    /** Veno-arterial. */
    VA,
    /** Veno-arterio-venous. */
    VAV,
    OTHER
}
