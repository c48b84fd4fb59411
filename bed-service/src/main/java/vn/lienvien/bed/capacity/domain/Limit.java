package vn.lienvien.bed.capacity.domain;

/**
 * What keeps beds from being used.
 *
 * @param beds how many; null when nobody said
 */
public record Limit(By by, Integer beds) {

    /** What is lacking. */
    public enum By {
        STAFF,
        ROOM,
        EQUIPMENT,
        MATERIAL
    }

    /** As it is kept and written in files: {@code STAFF:2} or {@code ROOM}. */
    public String word() {
        return beds == null ? by.name() : by.name() + ":" + beds;
    }

    public static Limit read(String word) {
        int colon = word.indexOf(':');
        return colon < 0
                ? new Limit(By.valueOf(word), null)
                : new Limit(
                        By.valueOf(word.substring(0, colon)),
                        Integer.valueOf(word.substring(colon + 1)));
    }
}
