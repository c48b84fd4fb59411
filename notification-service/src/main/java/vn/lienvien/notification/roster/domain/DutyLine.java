package vn.lienvien.notification.roster.domain;

/** The lines of a duty roster that somebody outside may have to reach. */
public enum DutyLine {
    /** Lãnh đạo trực: decides for the house. */
    LEADER,
    /** Bác sĩ trực. */
    DOCTOR,
    /** Điều dưỡng trực. */
    NURSE,
    /** Whoever runs the circuit, or goes out with it. */
    ECMO_OPERATOR
}
