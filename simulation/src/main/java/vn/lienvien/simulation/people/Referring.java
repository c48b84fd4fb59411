package vn.lienvien.simulation.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lienvien.bed.placement.domain.OrganisationId;
import vn.lienvien.kit.once.Done;
import vn.lienvien.simulation.kernel.Choices;
import vn.lienvien.simulation.transfer.Journeys;
import vn.lienvien.transfer.journey.domain.AgeGroup;
import vn.lienvien.transfer.journey.domain.Command;
import vn.lienvien.transfer.journey.domain.EcmoMode;
import vn.lienvien.transfer.journey.domain.EcmoStatus;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.Finding;
import vn.lienvien.transfer.journey.domain.Needs;
import vn.lienvien.transfer.journey.domain.NeedsChange;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.PatientNeeds;
import vn.lienvien.transfer.journey.domain.Person;
import vn.lienvien.transfer.journey.domain.Priority;
import vn.lienvien.transfer.journey.domain.Routing;
import vn.lienvien.transfer.journey.domain.Search;
import vn.lienvien.transfer.journey.domain.Transfer;
import vn.lienvien.transfer.journey.domain.Urgency;

/** The hospital that can no longer treat: files, amends, changes its mind, ends. */
final class Referring implements People.Speaking {

    private static final List<EndKind> DECIDED =
            List.of(
                    EndKind.CANCELLED,
                    EndKind.STOOD_DOWN_IMPROVED,
                    EndKind.STOOD_DOWN_TOO_UNSTABLE,
                    EndKind.STOOD_DOWN_TREATMENT_LIMITS,
                    EndKind.FAMILY_DECLINED);

    private final Words words;
    private final Country country;
    private final Journeys journeys;

    Referring(Words words, Country country, Journeys journeys) {
        this.words = words;
        this.country = country;
        this.journeys = journeys;
    }

    Request file(UUID key, Choices chance) {
        var doctor = "referrer-" + chance.below(2);
        var origin =
                organisation(
                        chance.of(chance.percent(90) ? country.origins() : country.receiving()));
        var routing = routing(chance);
        var named = routing == Routing.SEARCH ? null : destination(chance);
        var search = new Search(routing, named, null, needs(chance), false);
        var urgency = urgency(chance);
        var priority = new Priority(urgency, chance.percent(20), new Person(doctor));
        return words.request(
                Request.To.TRANSFER,
                Request.Kind.FILING,
                key,
                null,
                doctor
                        + ": files "
                        + urgency
                        + " "
                        + routing
                        + (named == null ? "" : " " + named.code())
                        + " from "
                        + origin.code(),
                () -> {
                    var id = journeys.file(origin, search, priority, Words.said(doctor, null));
                    words.name(id.value(), "T" + journeys.all().size());
                    return Done.created(id.value());
                });
    }

    @Override
    public Optional<Request> say(UUID key, Transfer transfer, Choices chance) {
        var doctor = "referrer-" + chance.below(2);
        return Optional.of(
                words.command(key, transfer, doctor, command(transfer, doctor, chance), chance));
    }

    private Command command(Transfer transfer, String doctor, Choices chance) {
        return switch (chance.below(20)) {
            case 0, 1, 2, 3 ->
                    new Command.ChangeUrgency(urgency(chance), new Person(doctor), false);
            case 4, 5, 6 -> new Command.EndorseUrgency(new Person(doctor));
            case 7, 8, 9, 10 -> {
                var routing = routing(chance);
                yield new Command.ChangeRouting(
                        routing, routing == Routing.SEARCH ? null : destination(chance), null);
            }
            case 11, 12 -> new Command.ChangeNeeds(changeTo(needs(chance)));
            case 13 -> {
                var present = transfer.search().needs();
                yield new Command.AmendClinical(
                        seenIn(present), seenIn(chance.percent(50) ? needs(chance) : present));
            }
            case 14, 15 -> new Command.RequestTeam(destination(chance));
            case 16, 17 -> {
                var routing = routing(chance);
                yield new Command.Divert(
                        routing, routing == Routing.SEARCH ? null : destination(chance));
            }
            default -> new Command.End(chance.of(DECIDED));
        };
    }

    private Organisation destination(Choices chance) {
        return chance.percent(4)
                ? new Organisation("not-registered")
                : organisation(chance.of(country.receiving()));
    }

    private static Urgency urgency(Choices chance) {
        return chance.of(
                Urgency.U0,
                Urgency.U1,
                Urgency.U1,
                Urgency.U2,
                Urgency.U2,
                Urgency.U2,
                Urgency.U3,
                Urgency.U3);
    }

    private static Routing routing(Choices chance) {
        return chance.of(
                Routing.AGREED, Routing.ASK, Routing.SEARCH, Routing.SEARCH, Routing.SEARCH);
    }

    private Needs needs(Choices chance) {
        return new Needs(
                EcmoStatus.RUNNING,
                chance.of(EcmoMode.VV, EcmoMode.VV, EcmoMode.VA, null),
                chance.of(AgeGroup.ADULT, AgeGroup.ADULT, AgeGroup.ADULT, AgeGroup.CHILD),
                null,
                null,
                chance.of(Finding.YES, Finding.UNKNOWN, Finding.NO),
                Finding.NO,
                List.of(),
                chance.percent(20) ? List.of(destination(chance)) : List.of());
    }

    private static PatientNeeds seenIn(Needs needs) {
        return new PatientNeeds(
                needs.ecmoStatus(),
                needs.ecmoMode(),
                needs.ageGroup(),
                needs.ageYears(),
                needs.weightKg(),
                needs.crrt(),
                needs.isolation());
    }

    private static NeedsChange changeTo(Needs other) {
        return new NeedsChange(
                other.ecmoStatus(),
                other.ecmoMode(),
                other.crrt(),
                other.isolation(),
                other.specialties(),
                other.wishes());
    }

    static Organisation organisation(OrganisationId id) {
        return new Organisation(id.value());
    }
}
