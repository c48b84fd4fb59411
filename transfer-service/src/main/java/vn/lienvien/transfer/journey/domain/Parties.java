package vn.lienvien.transfer.journey.domain;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has a part in a transfer now; it follows from the state alone, so that a right can neither be
 * forgotten nor left open.
 */
public final class Parties {

    private Parties() {}

    public static Set<Party> of(Transfer transfer) {
        var parties = new LinkedHashSet<Party>();
        parties.add(new Party(transfer.about().origin(), Part.ORIGIN));
        for (var offer : transfer.state().asked().all()) {
            parties.add(new Party(offer.organisation(), Part.CANDIDATE));
            if (offer.consulting() && offer.kind().named()) {
                parties.add(new Party(offer.organisation(), Part.CONSULTED));
            }
        }
        received(transfer.state()).map(one -> new Party(one, Part.ACCEPTED)).forEach(parties::add);
        transfer.team().involved().stream()
                .map(one -> new Party(one, Part.TEAM))
                .forEach(parties::add);
        return parties;
    }

    public static Set<Organisation> organisations(Transfer transfer) {
        return of(transfer).stream().map(Party::organisation).collect(Collectors.toSet());
    }

    /**
     * Who may learn who the patient is: the origin; the hospital that accepted; the team that goes,
     * once a place is confirmed or it stands at the bedside; a named hospital in consultation. It
     * closes with the part, and for all but the origin when the transfer ends without a handover.
     */
    public static boolean mayKnowIdentity(Transfer transfer, Organisation one) {
        if (one.equals(transfer.about().origin())) {
            return true;
        }
        if (transfer.state() instanceof JourneyState.Ended) {
            return false;
        }
        var parts =
                of(transfer).stream()
                        .filter(party -> party.organisation().equals(one))
                        .map(Party::part)
                        .collect(Collectors.toSet());
        return parts.contains(Part.ACCEPTED)
                || parts.contains(Part.CONSULTED)
                || (transfer.team().goes(one) && teamMayKnow(transfer));
    }

    /**
     * Whether one of them is told what other hospitals were asked and said: who sends, takes or
     * brings the patient. A candidate is told of itself alone.
     */
    public static boolean mayKnowOthers(Transfer transfer, Set<Organisation> some) {
        return of(transfer).stream()
                .filter(party -> some.contains(party.organisation()))
                .anyMatch(
                        party ->
                                switch (party.part()) {
                                    case ORIGIN, ACCEPTED, TEAM -> true;
                                    case CANDIDATE, CONSULTED -> false;
                                });
    }

    private static boolean teamMayKnow(Transfer transfer) {
        return received(transfer.state()).findAny().isPresent()
                || switch (transfer.team().state()) {
                    case AT_BEDSIDE, CANNULATED, STAYING -> true;
                    case NONE, ASKED, ON_THE_WAY, STOOD_DOWN -> false;
                };
    }

    private static Stream<Organisation> received(JourneyState state) {
        return Stream.concat(
                state.whereabouts().stream(), state.confirmed().map(Place::organisation).stream());
    }
}
