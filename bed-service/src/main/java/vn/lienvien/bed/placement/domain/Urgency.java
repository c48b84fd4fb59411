package vn.lienvien.bed.placement.domain;

/** U0 red alert, U1 may die within 6 hours, U2 the sender lacks the means, U3 planned. */
public enum Urgency {
    U0,
    U1,
    U2,
    U3
}
