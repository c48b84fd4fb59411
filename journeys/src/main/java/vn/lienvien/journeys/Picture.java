package vn.lienvien.journeys;

import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.local.client.TransferState;
import vn.lienvien.local.client.TransferView;

/**
 * What a story asserts of a transfer in one go: everything in its view that no random id is part
 * of.
 */
public record Picture(
        TransferState state,
        EndKind ended,
        int attempt,
        String destination,
        String team,
        String diversion,
        boolean paused) {

    public static Picture of(TransferView view) {
        return new Picture(
                view.state(),
                view.ended() == null ? null : view.ended().kind(),
                view.attempt(),
                destination(view.destination()),
                team(view.team()),
                "NONE".equals(view.diversion()) ? null : view.diversion(),
                view.automation() != null && !"RUNNING".equals(view.automation()));
    }

    /** A transfer in this state, in its first attempt, with nothing else to tell. */
    public static Picture in(TransferState state) {
        return new Picture(state, null, 1, null, null, null, false);
    }

    public static Picture ended(EndKind kind) {
        return in(TransferState.ENDED).endedAs(kind);
    }

    /** The same transfer a step further. */
    public Picture now(TransferState next) {
        return new Picture(next, ended, attempt, destination, team, diversion, paused);
    }

    public Picture attempt(int number) {
        return new Picture(state, ended, number, destination, team, diversion, paused);
    }

    public Picture to(String unit) {
        return new Picture(state, ended, attempt, unit, team, diversion, paused);
    }

    public Picture team(String where, String organisation) {
        return new Picture(
                state, ended, attempt, destination, where + " " + organisation, diversion, paused);
    }

    public Picture diversion(String to) {
        return new Picture(state, ended, attempt, destination, team, to, paused);
    }

    public Picture forPeople() {
        return new Picture(state, ended, attempt, destination, team, diversion, true);
    }

    private Picture endedAs(EndKind kind) {
        return new Picture(state, kind, attempt, destination, team, diversion, paused);
    }

    /** The unit or, once the patient is there and only the hospital matters, the hospital. */
    private static String destination(TransferView.Destination to) {
        if (to == null) {
            return null;
        }
        return to.unit() == null ? to.organisation() : to.unit();
    }

    private static String team(TransferView.Team team) {
        return team == null || team.state().equals("NONE")
                ? null
                : team.state() + " " + team.organisation();
    }
}
