package vn.lienvien.transfer.journey.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.lienvien.transfer.clinical.Finding;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.EndedView;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.NeedsView;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.OfferView;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.PapersView;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.PlaceView;
import vn.lienvien.transfer.journey.adapter.rest.TransferView.TeamView;
import vn.lienvien.transfer.journey.application.RequestPapers;
import vn.lienvien.transfer.journey.application.TransferPages.Shown;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.Contradiction;
import vn.lienvien.transfer.journey.domain.Diversion;
import vn.lienvien.transfer.journey.domain.JourneyState;
import vn.lienvien.transfer.journey.domain.Milestone;
import vn.lienvien.transfer.journey.domain.Offer;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Place;
import vn.lienvien.transfer.journey.domain.StateName;
import vn.lienvien.transfer.journey.domain.Team;
import vn.lienvien.transfer.journey.domain.Transfer;

/** From the aggregate to what is shown. */
final class Views {

    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private Views() {}

    static TransferView of(Shown shown, List<Contradiction> flags, Sight sight) {
        return of(shown.transfer(), shown.papers(), flags, sight);
    }

    static TransferView inList(Transfer transfer, Sight sight) {
        return of(transfer, null, List.of(), sight);
    }

    private static TransferView of(
            Transfer transfer, RequestPapers papers, List<Contradiction> flags, Sight sight) {
        var state = transfer.state();
        boolean whole = sight.whole(transfer);
        Predicate<Organisation> shown = whole ? _ -> true : sight::isOwn;
        var offers =
                state.asked().all().stream()
                        .filter(offer -> shown.test(offer.organisation()))
                        .map(Views::offer)
                        .toList();
        boolean paused = transfer.automation() != Automation.RUNNING;
        return new TransferView(
                transfer.about().id().value(),
                transfer.about().caseCode().value(),
                StateName.of(state),
                state instanceof JourneyState.Ended(var kind, var _, var _)
                        ? new EndedView(kind.name())
                        : null,
                transfer.attempt(),
                transfer.about().origin().code(),
                transfer.search().routing(),
                transfer.priority().urgency(),
                transfer.priority().endorsed(),
                whole ? destination(state) : null,
                offers.isEmpty() ? null : offers.getFirst(),
                offers,
                paused ? "PAUSED" : "RUNNING",
                paused && whole ? transfer.automation() : null,
                team(transfer.team(), shown),
                diversion(state),
                state instanceof JourneyState.InTransit(var _, var _, Organisation stop)
                                && stop != null
                        ? stop.code()
                        : null,
                state instanceof JourneyState.Waiting(int position) ? position : null,
                transfer.chronicle().outcome(),
                milestones(transfer.chronicle().milestones()),
                papers == null ? null : papers.clinical(),
                papers == null ? null : papers(papers, shown),
                NeedsView.of(transfer.search().needs(), shown),
                transfer.clinicalVersion(),
                flags.isEmpty() ? null : flags.getFirst(),
                flags.isEmpty() ? null : flags);
    }

    private static OfferView offer(Offer offer) {
        return new OfferView(
                offer.id().value(),
                offer.number(),
                offer.kind().name(),
                offer.unit().code(),
                offer.organisation().code(),
                offer.slot() == null ? null : offer.slot().value(),
                offer.until(),
                offer.consulting() ? "CONSULTING" : "OPEN",
                offer.opened());
    }

    private static PlaceView destination(JourneyState state) {
        return switch (state) {
            case JourneyState.Arrived(var where, var unit) ->
                    new PlaceView(unit == null ? null : unit.code(), where.code(), null, null);
            case JourneyState.HandedOver(var to) -> new PlaceView(null, to.code(), null, null);
            case JourneyState.Seeking _,
                    JourneyState.Offered _,
                    JourneyState.Consulting _,
                    JourneyState.Waiting _,
                    JourneyState.Accepted _,
                    JourneyState.Ready _,
                    JourneyState.InTransit _,
                    JourneyState.Ended _ ->
                    state.confirmed().map(Views::place).orElse(null);
        };
    }

    private static PlaceView place(Place place) {
        return new PlaceView(
                place.unit().code(),
                place.organisation().code(),
                place.slot() == null ? null : place.slot().value(),
                place.offer().value());
    }

    /** Who brings the patient is told to all; who was asked in vain is not. */
    private static TeamView team(Team team, Predicate<Organisation> shown) {
        var one = team.organisation();
        return new TeamView(
                team.state(),
                one == null || !(team.goes() || shown.test(one)) ? null : one.code(),
                team.asked().stream().filter(shown).map(Organisation::code).toList(),
                team.goes());
    }

    private static String diversion(JourneyState state) {
        if (state instanceof JourneyState.InTransit(var _, Diversion diversion, var _)) {
            return switch (diversion) {
                case Diversion.None _ -> "NONE";
                case Diversion.Seeking _ -> "SEEKING";
                case Diversion.Offered _ -> "OFFERED";
            };
        }
        return "NONE";
    }

    private static PapersView papers(RequestPapers papers, Predicate<Organisation> shown) {
        var agreement = papers.agreement();
        return new PapersView(
                papers.reason(),
                agreement == null || !shown.test(new Organisation(agreement.organisation()))
                        ? null
                        : agreement,
                papers.contacts(),
                papers.confirmed().stream().map(Finding::field).toList());
    }

    private static Map<String, Instant> milestones(Map<Milestone, Instant> reached) {
        var shown = new TreeMap<String, Instant>();
        reached.forEach((milestone, at) -> shown.put(name(milestone), at));
        return shown;
    }

    /** As in JSON: HANDED_OVER is handedOver. */
    static String name(Milestone milestone) {
        return UNDERSCORE
                .matcher(milestone.name().toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
