package vn.lienvien.notification.obligation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OfferKind;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent.NotNowReason;
import vn.lienvien.events.PlacementEvent.OfferLapsedV1;
import vn.lienvien.events.PlacementEvent.OfferNotNowV1;
import vn.lienvien.events.PlacementEvent.OfferReleasedV1;
import vn.lienvien.events.PlacementEvent.OfferRenewedV1;
import vn.lienvien.events.PlacementEvent.ReleasedBecause;
import vn.lienvien.events.PlacementEvent.SlotConfirmedV1;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.PlacementEvent.SlotOccupiedV1;
import vn.lienvien.events.PlacementEvent.SlotWithdrawnV1;
import vn.lienvien.events.PlacementEvent.TeamAskedV1;
import vn.lienvien.events.PlacementEvent.TeamsExhaustedV1;
import vn.lienvien.events.PlacementEvent.TransferWaitingV1;
import vn.lienvien.events.PlacementEvent.WithdrawnBecause;
import vn.lienvien.events.Routing;
import vn.lienvien.events.Search;
import vn.lienvien.events.TransferEvent.ClinicalAmendedV1;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.events.TransferEvent.PatientArrivedV1;
import vn.lienvien.events.TransferEvent.PatientDepartedV1;
import vn.lienvien.events.TransferEvent.PatientHandedOverV1;
import vn.lienvien.events.TransferEvent.PatientTurnedBackV1;
import vn.lienvien.events.TransferEvent.PlacementSoughtV1;
import vn.lienvien.events.TransferEvent.SoughtBecause;
import vn.lienvien.events.TransferEvent.TeamAnsweredV1;
import vn.lienvien.events.TransferEvent.TeamMilestone;
import vn.lienvien.events.TransferEvent.TeamMovedV1;
import vn.lienvien.events.TransferEvent.TransferEndedV1;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferEvent.UrgencyChangedV1;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.UnitRef;
import vn.lienvien.events.Urgency;

/** The events of one invented transfer, as the two services would say them. */
public final class Story {

    public static final OrganisationCode SOC_TRANG = new OrganisationCode("soc-trang-covid");
    public static final OrganisationCode HTD = new OrganisationCode("htd-hcmc");
    public static final OrganisationCode CHO_RAY = new OrganisationCode("cho-ray");
    public static final OrganisationCode HEALTH_DEPARTMENT = new OrganisationCode("soyte-hcm");
    public static final Instant NIGHT = Instant.parse("2021-11-08T15:30:00Z");

    private final UUID transfer;
    private final Urgency urgency;

    public Story(UUID transfer, Urgency urgency) {
        this.transfer = transfer;
        this.urgency = urgency;
    }

    public static Story of(Urgency urgency) {
        return new Story(UUID.fromString("0193b0c8-0000-7000-8000-000000000001"), urgency);
    }

    public UUID transfer() {
        return transfer;
    }

    public TransferRef ref(int attempt) {
        return new TransferRef(transfer, new CaseCode("7F3KXQ"), SOC_TRANG, urgency, attempt);
    }

    public TransferRequestedV1 requested() {
        return new TransferRequestedV1(ref(1), search(), NIGHT);
    }

    public PlacementSoughtV1 soughtAnew(int attempt, SoughtBecause because) {
        return new PlacementSoughtV1(ref(attempt), search(), because);
    }

    public UrgencyChangedV1 endorsed() {
        return new UrgencyChangedV1(ref(1), true);
    }

    public UrgencyChangedV1 becomes(Urgency now) {
        return becomes(now, false);
    }

    /**
     * @param endorsed by a coordinator
     */
    public UrgencyChangedV1 becomes(Urgency now, boolean endorsed) {
        var ref = ref(1);
        return new UrgencyChangedV1(
                new TransferRef(ref.transferId(), ref.caseCode(), ref.origin(), now, 1), endorsed);
    }

    /**
     * @param accepted null while nobody has said yes
     */
    public ClinicalAmendedV1 amended(OrganisationCode accepted) {
        return new ClinicalAmendedV1(
                ref(1), 2, accepted == null ? null : new UnitRef(unit(accepted), accepted));
    }

    public TeamAnsweredV1 teamGoes(OrganisationCode team) {
        return new TeamAnsweredV1(ref(1), team, true);
    }

    public TeamAnsweredV1 teamCannot(OrganisationCode team) {
        return new TeamAnsweredV1(ref(1), team, false);
    }

    public TeamMovedV1 atBedside(OrganisationCode team) {
        return new TeamMovedV1(ref(1), team, TeamMilestone.AT_BEDSIDE, NIGHT);
    }

    public PatientDepartedV1 departed(int attempt) {
        return new PatientDepartedV1(ref(attempt), true, true, new UnitRef(unit(HTD), HTD), NIGHT);
    }

    public PatientDepartedV1 departedWithNowhereToGo(int attempt) {
        return new PatientDepartedV1(ref(attempt), false, false, null, NIGHT);
    }

    public PatientTurnedBackV1 turnedBack(int attempt, boolean keepsPlace) {
        return new PatientTurnedBackV1(ref(attempt), keepsPlace, NIGHT);
    }

    public PatientArrivedV1 arrived(int attempt) {
        return new PatientArrivedV1(ref(attempt), HTD, unit(HTD), NIGHT);
    }

    public PatientHandedOverV1 handedOver(int attempt) {
        return new PatientHandedOverV1(ref(attempt), HTD, NIGHT);
    }

    public TransferEndedV1 ended(int attempt) {
        return new TransferEndedV1(ref(attempt), EndKind.DIED, NIGHT);
    }

    public SlotHeldV1 held(int attempt, OfferRef offer) {
        return new SlotHeldV1(ref(attempt), offer, NIGHT, NIGHT.plusSeconds(3600));
    }

    public OfferRenewedV1 renewed(int attempt, OfferRef offer) {
        return new OfferRenewedV1(ref(attempt), offer, NIGHT, NIGHT.plusSeconds(7200));
    }

    public SlotConfirmedV1 confirmed(int attempt, OfferRef offer) {
        return new SlotConfirmedV1(ref(attempt), offer, false, false);
    }

    public OfferNotNowV1 notNow(int attempt, OfferRef offer) {
        return new OfferNotNowV1(
                ref(attempt), offer, NotNowReason.NO_STAFFED_BED, List.of(), false);
    }

    public OfferLapsedV1 lapsed(int attempt, OfferRef offer) {
        return new OfferLapsedV1(ref(attempt), offer, false);
    }

    public OfferReleasedV1 released(int attempt, OfferRef offer) {
        return new OfferReleasedV1(ref(attempt), offer, ReleasedBecause.ENDED);
    }

    public SlotWithdrawnV1 withdrawn(int attempt, OfferRef offer) {
        return new SlotWithdrawnV1(ref(attempt), offer, WithdrawnBecause.NO_STAFF);
    }

    public TransferWaitingV1 waiting(int attempt) {
        return new TransferWaitingV1(ref(attempt), 1);
    }

    public TeamAskedV1 teamAsked(OrganisationCode team, int number) {
        return new TeamAskedV1(ref(1), team, number, NIGHT.plusSeconds(120));
    }

    public TeamsExhaustedV1 teamsExhausted() {
        return new TeamsExhaustedV1(ref(1), 2);
    }

    public SlotOccupiedV1 occupied(int attempt) {
        return new SlotOccupiedV1(ref(attempt), new UnitRef(unit(HTD), HTD), new UUID(7, 7), false);
    }

    /** The n-th offer of the story. */
    public OfferRef offer(int n, OrganisationCode organisation) {
        return new OfferRef(
                new UUID(transfer.getMostSignificantBits(), n),
                1,
                OfferKind.SEARCH,
                unit(organisation),
                organisation,
                new UUID(8, n));
    }

    private Search search() {
        return new Search(Routing.SEARCH, null, null, false, false, null);
    }

    private static UnitCode unit(OrganisationCode organisation) {
        return new UnitCode(organisation + ".icu-adult");
    }
}
