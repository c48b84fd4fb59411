package vn.lienvien.bed.placement.domain;

/** What the receiving unit must have beside the circuit. */
public enum Specialty {
    CARDIAC_SURGERY,
    INTERVENTIONAL_CARDIOLOGY,
    LUNG_TRANSPLANT,
    HEART_TRANSPLANT,
    OBSTETRICS,
    NEUROSURGERY,
    TRAUMA,
    BURNS
}
