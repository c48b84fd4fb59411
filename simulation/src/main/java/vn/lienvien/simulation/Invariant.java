package vn.lienvien.simulation;

/** What is always true (design §9), and that nothing shipped throws. */
public enum Invariant {
    I1("no two live holds or occupancies of one slot"),
    I2("a transfer has one hold, but for a declared multi-offer, and one confirmed place"),
    I3("a request answered 2xx exists once; the same key gives the same answer"),
    I4("every committed change reaches Kafka at least once"),
    I5("every event has its effect once per consumer"),
    I6("per key, effects are applied in order"),
    I7("no hold outlives its time by 30 s"),
    I8("nothing is confirmed on a lapsed, declined or released offer"),
    I9("an ended transfer has no live hold"),
    I10("every obligation reaches one of its ends"),
    I11("a lower rank takes no slot before a higher one that could have it"),
    I12("after the faults all three services agree"),
    I13("a wrong host clock changes nothing"),
    I19("no fact is refused, and none is lost"),
    NO_FAULT("nothing shipped throws");

    private final String says;

    Invariant(String says) {
        this.says = says;
    }

    public String says() {
        return says;
    }
}
