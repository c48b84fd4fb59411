package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.List;

/**
 * A unit as the ranking sees it at one moment.
 *
 * @param onDuty whether somebody is on its roster now; unknown until notification-service says
 * @param readyForOutside how many outside patients it would take now, less those under way to it
 * @param taken of {@code slots}, held, confirmed or occupied
 * @param free some of its free slots, enough for one pass
 * @param reportedAt null when it never reported
 * @param inSurge a surge is declared where it is: numbers age faster
 */
public record Candidate(
        Ward ward,
        Abilities abilities,
        Place place,
        boolean activated,
        boolean mobileTeam,
        Finding onDuty,
        int readyForOutside,
        boolean doubted,
        int slots,
        int taken,
        List<SlotId> free,
        Instant reportedAt,
        boolean inSurge) {

    public Candidate {
        free = List.copyOf(free);
    }

    /** One more patient is expected there; without a slot, in a bed still to be found. */
    Candidate without(SlotId slot) {
        return new Candidate(
                ward,
                abilities,
                place,
                activated,
                mobileTeam,
                onDuty,
                readyForOutside - 1,
                doubted,
                slots,
                taken + 1,
                free.stream().filter(other -> !other.equals(slot)).toList(),
                reportedAt,
                inSurge);
    }
}
