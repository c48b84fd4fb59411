package vn.lienvien.notification.obligation.domain;

/** Whose people must know. */
public enum Whose {
    /** The referring hospital's. */
    ORIGIN,
    /** Of the organisation that the event names: the unit asked, the team, the hospital reached. */
    NAMED,
    /** Of the office that coordinates for the referring hospital. */
    COORDINATOR,
    /** Of the authority over the organisation that must act; policies open nothing for it. */
    AUTHORITY
}
