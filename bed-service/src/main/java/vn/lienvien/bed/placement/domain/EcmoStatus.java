package vn.lienvien.bed.placement.domain;

/** Where the circuit stands when help is asked for. */
public enum EcmoStatus {
    RUNNING,
    TEAM_CANNULATES,
    CANNULATE_THERE,
    UNKNOWN,
    NOT_NEEDED
}
