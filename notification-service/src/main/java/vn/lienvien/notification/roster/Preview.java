package vn.lienvien.notification.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lienvien.notification.roster.domain.Place;
import vn.lienvien.notification.roster.domain.Shift;
import vn.lienvien.notification.roster.domain.Week;

/**
 * What an import would store, kept until its maker takes it.
 *
 * @param base the version the maker has seen it would follow; 0 for the first
 */
record Preview(
        UUID id,
        Place place,
        Week week,
        int base,
        String by,
        Instant expires,
        List<Shift> shifts) {}
