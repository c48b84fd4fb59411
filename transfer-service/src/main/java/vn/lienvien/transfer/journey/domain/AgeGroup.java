package vn.lienvien.transfer.journey.domain;

/** Newborn: at most 28 days; child: under 16 years. */
public enum AgeGroup {
    NEWBORN,
    CHILD,
    ADULT
}
