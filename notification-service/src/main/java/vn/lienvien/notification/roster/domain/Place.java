package vn.lienvien.notification.roster.domain;

/**
 * Where people are on duty: one unit, or the house as a whole, whose leader on duty is nobody's
 * alone.
 *
 * @param unit null for the house
 */
public record Place(String organisation, String unit) {

    /** Units are named {@code house.unit}. */
    public static Place of(String code) {
        var dot = code.indexOf('.');
        return dot < 0 ? new Place(code, null) : new Place(code.substring(0, dot), code);
    }

    public String code() {
        return unit == null ? organisation : unit;
    }

    public Place house() {
        return new Place(organisation, null);
    }
}
