package vn.lienvien.local.issuer;

import java.util.List;

/** Who takes part in the demo. All invented: any other role@organisation gets a token as well. */
public final class DemoPeople {
    /** A name for the token, and what this person is to the Sóc Trăng case. */
    public record DemoPerson(String person, String does) {}

    public static final List<DemoPerson> ALL =
            List.of(
                    new DemoPerson("referrer@soc-trang-covid", "files the request in Sóc Trăng"),
                    new DemoPerson(
                            "doctor@htd-hcmc", "accepts at the Hospital for Tropical Diseases"),
                    new DemoPerson("nurse@htd-hcmc", "confirms bed and staff there"),
                    new DemoPerson("team@htd-hcmc", "travels with the patient"),
                    new DemoPerson("team@cho-ray", "mobile ECMO team of Chợ Rẫy"),
                    new DemoPerson("doctor@cho-ray", "accepts at Chợ Rẫy"),
                    new DemoPerson("coordinator@soyte-hcm", "coordinates at the health department"),
                    new DemoPerson("authority@soyte-hcm", "watches, without identity"),
                    new DemoPerson("admin@lienvien", "keeps the system"));

    private DemoPeople() {}
}
