package vn.lienvien.local.client;

/** An organisation and the people on duty there. */
public record Hospital(LienVien system, String code) {

    public Person referrer() {
        return system.person("referrer", code);
    }

    public Person doctor() {
        return system.person("doctor", code);
    }

    public Person nurse() {
        return system.person("nurse", code);
    }

    public Person team() {
        return system.person("team", code);
    }

    public Person coordinator() {
        return system.person("coordinator", code);
    }

    /** The unit for adults, which is what most stories need. */
    public String adultUnit() {
        return code + ".icu-adult";
    }
}
