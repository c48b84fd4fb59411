package vn.lienvien.notification.obligation.domain;

/** Who must know. */
public enum Role {
    DOCTOR,
    NURSE,
    HEAD_OF_UNIT,
    LEADER,
    REFERRER,
    TEAM,
    COORDINATOR,
    AUTHORITY
}
