package vn.lienvien.transfer.journey.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OfferKind;
import vn.lienvien.events.OfferRef;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.PlacementEvent.OfferReleasedV1;
import vn.lienvien.events.PlacementEvent.ReleasedBecause;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.transfer.journey.domain.PlacementNews.Released;

/** Whoever relies on a released place asks anew, gets a successor with it, or is asked. */
class ReleasedPlaceTest {

    private static final OrganisationCode HTD = new OrganisationCode("htd-hcmc");
    private static final TransferRef TRANSFER =
            new TransferRef(new UUID(0, 1), new CaseCode("7F3K22"), HTD, Urgency.U2, 1);
    private static final OfferRef OFFER =
            new OfferRef(
                    new UUID(0, 2),
                    1,
                    OfferKind.SEARCH,
                    new UnitCode("htd-hcmc.icu-adult"),
                    HTD,
                    new UUID(0, 3));

    @ParameterizedTest
    @CsvSource({
        "ENDED, SOUGHT_ANEW",
        "ASKED_ANEW, SOUGHT_ANEW",
        "ANOTHER_CONFIRMED, REPLACED",
        "DIVERTED, REPLACED",
        "ARRIVED_ELSEWHERE, SOUGHT_ANEW",
        "UNIT_CLOSED, SOUGHT_ANEW",
        "BY_COORDINATOR, FOR_PEOPLE"
    })
    void whatComesAfterAReleasedPlace(ReleasedBecause because, Released.Then then) {
        var news = PlacementView.of(new OfferReleasedV1(TRANSFER, OFFER, because));

        assertThat(((Released) news).then()).isEqualTo(then);
    }
}
