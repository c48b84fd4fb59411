package vn.lienvien.transfer.journey.domain;

/** What those found who asked whether it was right that a glass was broken. */
public enum JudgedBecause {
    AS_SAID(true),
    /** For another reason than the one given. */
    NEEDED_OTHERWISE(true),
    COULD_HAVE_WAITED(false),
    NOT_TREATING(false),
    NO_PATIENT_THERE(false);

    private final boolean justified;

    JudgedBecause(boolean justified) {
        this.justified = justified;
    }

    public boolean justified() {
        return justified;
    }
}
