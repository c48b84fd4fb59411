package vn.lienvien.bed.placement.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A unit as the ranking sees it at one moment.
 *
 * @param readyForOutside how many outside patients it would take now, less those under way to it
 * @param taken of {@code slots}, held, confirmed or occupied
 * @param free some of its free slots, enough for one pass
 * @param reportedAt null when it never reported
 */
public record Candidate(
        Ward ward,
        Ages ages,
        Finding vv,
        Finding va,
        Finding crrt,
        Finding isolation,
        Set<Specialty> specialties,
        Place place,
        boolean activated,
        boolean mobileTeam,
        int readyForOutside,
        boolean doubted,
        int slots,
        int taken,
        List<SlotId> free,
        Instant reportedAt) {

    public Candidate {
        specialties = Set.copyOf(specialties);
        free = List.copyOf(free);
    }

    Finding ecmo(Needs needs) {
        if (needs.ecmoStatus() == EcmoStatus.NOT_NEEDED) {
            return Finding.YES;
        }
        return switch (needs.ecmoMode()) {
            case VV -> vv;
            case VA -> va;
            case VAV -> vv.and(va);
            case OTHER -> Finding.UNKNOWN;
            case null -> vv == Finding.YES || va == Finding.YES ? Finding.YES : Finding.UNKNOWN;
        };
    }

    Candidate without(SlotId slot) {
        return new Candidate(
                ward,
                ages,
                vv,
                va,
                crrt,
                isolation,
                specialties,
                place,
                activated,
                mobileTeam,
                readyForOutside - 1,
                doubted,
                slots,
                taken + 1,
                free.stream().filter(other -> !other.equals(slot)).toList(),
                reportedAt);
    }
}
