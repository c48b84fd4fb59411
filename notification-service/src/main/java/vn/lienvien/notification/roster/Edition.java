package vn.lienvien.notification.roster;

import java.time.Instant;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Week;

/**
 * One version of a place's week.
 *
 * @param superseded when a later version took its place; null while it holds
 */
record Edition(
        Place place, Week week, int version, Instant imported, String by, Instant superseded) {

    String id() {
        return place.code() + "/" + week + "/" + version;
    }
}
