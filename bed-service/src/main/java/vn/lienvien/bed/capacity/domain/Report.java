package vn.lienvien.bed.capacity.domain;

import java.util.List;

/**
 * What a unit says it has, once a shift.
 *
 * @param operable beds that could be used
 * @param staffed of these, with staff now
 * @param occupied of these, by any patient
 * @param consoles free ECMO consoles; null when not reported
 * @param circuits in stock; null when not reported
 * @param crrtMachines free machines; null when not reported
 * @param readyForOutside how many outside patients it would take now
 * @param limits what keeps beds from being used
 */
public record Report(
        int operable,
        int staffed,
        int occupied,
        Integer consoles,
        Integer circuits,
        Integer crrtMachines,
        int readyForOutside,
        List<Limit> limits) {

    public Report {
        limits = List.copyOf(limits);
    }

    public Report readyFor(int outside) {
        return new Report(
                operable, staffed, occupied, consoles, circuits, crrtMachines, outside, limits);
    }

    /**
     * The same some patients later, who came through the system and whom it therefore knows: they
     * lie in beds that were free, and nobody takes them twice.
     */
    public Report after(int arrivals) {
        return arrivals == 0
                ? this
                : new Report(
                        operable,
                        staffed,
                        occupied + arrivals,
                        consoles,
                        circuits,
                        crrtMachines,
                        Math.max(0, readyForOutside - arrivals),
                        limits);
    }

    /** Places for further patients: the scarcest of bed, staff, console and circuit. */
    public int room() {
        int beds = Math.max(0, Math.min(operable, staffed) - occupied);
        return Math.min(beds, Math.min(orAny(consoles), orAny(circuits)));
    }

    private static int orAny(Integer reported) {
        return reported == null ? Integer.MAX_VALUE : reported;
    }
}
