package vn.lienvien.bed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienvien.events.AgeGroup;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.EcmoMode;
import vn.lienvien.events.EcmoStatus;
import vn.lienvien.events.Finding;
import vn.lienvien.events.Needs;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Routing;
import vn.lienvien.events.Search;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamRequestedV1;
import vn.lienvien.events.TransferEvent.TransferEndedV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferEvent.UrgencyChangedV1;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;

/** Invented transfers, as transfer-service tells of them. */
public record Transfers(
        UUID id, CaseCode code, String origin, Urgency urgency, int attempt, Search search) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Instant EVENING = Instant.parse("2021-11-08T12:00:00Z");

    /** An adult on VV-ECMO in Sóc Trăng who needs CRRT; a place is searched for. */
    public static Transfers searched() {
        int number = MADE.incrementAndGet();
        var code = new StringBuilder();
        new Random(number)
                .ints(6, 0, ALPHABET.length())
                .forEach(i -> code.append(ALPHABET.charAt(i)));
        return new Transfers(
                new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L | number),
                new CaseCode(code.toString()),
                "soc-trang-covid",
                Urgency.U2,
                1,
                new Search(Routing.SEARCH, null, null, false, false, adultOnVv()));
    }

    public static Transfers agreed(String with) {
        var made = searched();
        return made.search(
                new Search(
                        Routing.AGREED,
                        new OrganisationCode(with),
                        null,
                        false,
                        false,
                        adultOnVv()));
    }

    public static Transfers asked(String whom) {
        var made = searched();
        return made.search(
                new Search(
                        Routing.ASK, new OrganisationCode(whom), null, false, false, adultOnVv()));
    }

    public Transfers urgent(Urgency changed) {
        return new Transfers(id, code, origin, changed, attempt, search);
    }

    public Transfers endorsed() {
        return search(
                new Search(
                        search.routing(),
                        search.organisation(),
                        search.unit(),
                        true,
                        search.topRank(),
                        search.needs()));
    }

    public Transfers wishing(String... organisations) {
        return needing(
                search.needs().crrt(),
                List.of(organisations).stream().map(OrganisationCode::new).toList());
    }

    public Transfers needing(Finding crrt) {
        return needing(crrt, search.needs().wishes());
    }

    private Transfers needing(Finding crrt, List<OrganisationCode> wishes) {
        var needs = search.needs();
        return search(
                new Search(
                        search.routing(),
                        search.organisation(),
                        search.unit(),
                        search.endorsed(),
                        search.topRank(),
                        new Needs(
                                needs.ecmoStatus(),
                                needs.ecmoMode(),
                                needs.ageGroup(),
                                needs.ageYears(),
                                needs.weightKg(),
                                crrt,
                                needs.isolation(),
                                needs.specialties(),
                                wishes)));
    }

    public Transfers search(Search other) {
        return new Transfers(id, code, origin, urgency, attempt, other);
    }

    public Transfers again() {
        return new Transfers(id, code, origin, urgency, attempt + 1, search);
    }

    public TransferRef ref() {
        return new TransferRef(id, code, new OrganisationCode(origin), urgency, attempt);
    }

    public TransferRequestedV1 requested() {
        return new TransferRequestedV1(ref(), search, EVENING);
    }

    public PlacementSoughtV1 sought(SoughtBecause because) {
        return new PlacementSoughtV1(ref(), search, because);
    }

    public UrgencyChangedV1 urgencyChanged() {
        return new UrgencyChangedV1(ref(), search.endorsed());
    }

    public TransferEndedV1 ended() {
        return new TransferEndedV1(ref(), EndKind.CANCELLED, EVENING);
    }

    public PatientTurnedBackV1 turnedBack(boolean keepsPlace) {
        return new PatientTurnedBackV1(ref(), keepsPlace, EVENING);
    }

    public PatientArrivedV1 arrived(String at, String unit) {
        return new PatientArrivedV1(
                ref(), new OrganisationCode(at), unit == null ? null : new UnitCode(unit), EVENING);
    }

    public TeamRequestedV1 teamRequested(String team) {
        return new TeamRequestedV1(ref(), new OrganisationCode(team));
    }

    public TeamAnsweredV1 teamAnswered(String team, boolean goes) {
        return new TeamAnsweredV1(ref(), new OrganisationCode(team), goes);
    }

    private static Needs adultOnVv() {
        return new Needs(
                EcmoStatus.RUNNING,
                EcmoMode.VV,
                AgeGroup.ADULT,
                23,
                BigDecimal.valueOf(92),
                Finding.YES,
                Finding.UNKNOWN,
                List.of(),
                List.of());
    }
}
