package vn.lienvien.transfer.journey.application;

import vn.lienvien.transfer.identity.Identity;
import vn.lienvien.transfer.journey.domain.Organisation;
import vn.lienvien.transfer.journey.domain.Search;
import vn.lienvien.transfer.journey.domain.Urgency;

/**
 * A request, checked.
 *
 * @param endorsed a coordinator files it
 */
public record NewRequest(
        Organisation origin,
        Search search,
        Urgency urgency,
        boolean endorsed,
        Identity patient,
        RequestPapers papers) {}
