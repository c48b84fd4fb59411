package vn.lienvien.notification.obligation.domain;

/** Why a rung was told. */
public enum Because {
    /** Its time came. */
    TIME,
    /** Nobody was on duty on the rung before. */
    GAP
}
