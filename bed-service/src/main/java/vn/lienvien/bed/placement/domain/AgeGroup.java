package vn.lienvien.bed.placement.domain;

/** Newborn: at most 28 days; child: under 16 years. */
public enum AgeGroup {
    NEWBORN,
    CHILD,
    ADULT
}
