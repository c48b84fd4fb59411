package vn.lienvien.bed.placement.domain;

import static java.util.stream.Collectors.toSet;

import java.util.List;

/**
 * Which units a case may reach whose numbers are no longer fresh: they are asked "still true?" when
 * it comes, so that they are when its turn comes to them. Whoever holds an offer answers that.
 *
 * @param most how far down the ranking a case is thought to reach
 */
public record StillTrue(int most) {

    public List<Ward> toAsk(Placement placement, List<Ranked> ranking) {
        if (placement.search().routing() != Routing.SEARCH) {
            return List.of();
        }
        var answering =
                placement.offers().stream()
                        .filter(Offer.Live.class::isInstance)
                        .map(offer -> offer.asked().ward())
                        .collect(toSet());
        return ranking.stream()
                .filter(Ranked::mayBeReached)
                .limit(most)
                .filter(Ranked::isNoLongerFresh)
                .map(Ranked::ward)
                .filter(ward -> !answering.contains(ward))
                .toList();
    }
}
