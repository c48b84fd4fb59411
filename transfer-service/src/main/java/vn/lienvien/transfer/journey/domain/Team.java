package vn.lienvien.transfer.journey.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The visiting team: none → asked → on the way → at bedside → cannulated → staying; back to asked,
 * or none, when it turns back; stood down when the transfer ends before it came.
 *
 * @param organisation the one asked last, or the one that goes; null when none
 * @param asked all that were asked and have not said no
 * @param goes it has answered that it goes
 */
public record Team(
        TeamState state, Organisation organisation, List<Organisation> asked, boolean goes) {

    static final Team NONE = new Team(TeamState.NONE, null, List.of(), false);

    public Team {
        asked = List.copyOf(asked);
    }

    Team ask(Organisation next) {
        return new Team(TeamState.ASKED, next, with(next), false);
    }

    Team agreed(Organisation one) {
        return new Team(TeamState.ASKED, one, asked, true);
    }

    Team declined(Organisation one) {
        var left = asked.stream().filter(other -> !other.equals(one)).toList();
        if (goes && !one.equals(organisation)) {
            return new Team(state, organisation, left, true);
        }
        return left.isEmpty() ? NONE : new Team(TeamState.ASKED, left.getLast(), left, false);
    }

    Team moved(TeamState to, Organisation one) {
        return new Team(to, one, with(one), true);
    }

    Team standDown() {
        return new Team(TeamState.STOOD_DOWN, organisation, involved(), false);
    }

    /** All that were asked, until one of them goes: then that one alone. */
    List<Organisation> involved() {
        return goes ? List.of(organisation) : asked;
    }

    /** It is this one that goes, or is there. */
    boolean goes(Organisation one) {
        return goes && one.equals(organisation);
    }

    /** Called, but not yet with the patient. */
    boolean canStandDown() {
        return state == TeamState.ASKED || state == TeamState.ON_THE_WAY;
    }

    boolean isThere() {
        return switch (state) {
            case AT_BEDSIDE, CANNULATED, STAYING -> true;
            case NONE, ASKED, ON_THE_WAY, STOOD_DOWN -> false;
        };
    }

    /** Nobody has said yet that they go. */
    boolean canBeAsked() {
        return switch (state) {
            case NONE, STOOD_DOWN -> true;
            case ASKED -> !goes;
            case ON_THE_WAY, AT_BEDSIDE, CANNULATED, STAYING -> false;
        };
    }

    private List<Organisation> with(Organisation one) {
        return asked.contains(one) ? asked : Stream.concat(asked.stream(), Stream.of(one)).toList();
    }
}
