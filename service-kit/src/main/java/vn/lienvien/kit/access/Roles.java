package vn.lienvien.kit.access;

import java.util.Set;

/** What a person may be at an organisation. */
public final class Roles {

    /** Files and follows requests of a referring hospital. */
    public static final String REFERRER = "referrer";

    /** Accepts a patient for an intensive care unit. */
    public static final String DOCTOR = "doctor";

    /** Confirms bed and staff of an intensive care unit. */
    public static final String NURSE = "nurse";

    /** Travels with the patient. */
    public static final String TEAM = "team";

    /** Watches the queue and steps in. */
    public static final String COORDINATOR = "coordinator";

    /** Watches numbers, never a name. */
    public static final String AUTHORITY = "authority";

    /** Runs the installation. */
    public static final String ADMIN = "admin";

    /** A hospital's own information system. */
    public static final String SYSTEM = "system";

    /** At an organisation where a person is no more than this, no patient is theirs. */
    static final Set<String> WITHOUT_PATIENTS = Set.of(AUTHORITY, ADMIN);

    private Roles() {}
}
