package vn.lienvien.simulation;

/**
 * Faults planted on purpose, in the ports and wrappers of the simulator only. A simulator that does
 * not find each of them proves nothing by finding nothing in what ships.
 */
public enum Bug {
    NONE("nothing is planted"),
    SLOT_GUARD_DROPPED("a slot is held as it was planned, not as it is under its lock"),
    OFFSET_BEFORE_DATABASE("a reader commits its offset before its database"),
    ID_CURSOR_OUTBOX("the relay remembers the highest outbox id it has sent"),
    INBOX_SKIPPED("a reader applies whatever it is given, twice if need be"),
    GAPS_IGNORED("a reader goes on over a missing event"),
    OFFER_ID_IGNORED("confirm means whatever offer is live now"),
    CLOCK_BEFORE_LOCK("time is read when a transaction begins, not after the lock"),
    HOST_CLOCK("the host's clock decides instead of the database's"),
    RELAY_RUNS_AHEAD("the relay sends the next event of a key before the last is acknowledged"),
    SEND_ERROR_SWALLOWED("an event whose send failed is stamped as published"),
    SWEEPER_OFF("no offer ever lapses by itself"),
    ESCALATION_OFF("no ladder is ever climbed"),
    END_KEEPS_SLOT("the slot of an ended transfer is not freed"),
    ATTEMPT_IGNORED("news of an older attempt is applied to the present one"),
    ENDED_STILL_FOLLOWS("news of the placement is applied to an ended transfer"),
    TURN_BACK_UNHEARD("bed-service never hears that a patient has turned back"),
    LOWER_RANK_FIRST("the waiting list is served from its end"),
    KEY_IGNORED("a repeated request is done again"),
    FACT_REFUSED("a fact about an ended transfer is refused");

    private final String says;

    Bug(String says) {
        this.says = says;
    }

    public String says() {
        return says;
    }
}
