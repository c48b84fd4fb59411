package vn.lienvien.notification.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.About;
import vn.lienvien.events.CaseCode;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Routing;
import vn.lienvien.events.Search;
import vn.lienvien.events.ServiceEvent.KeyFreedV1;
import vn.lienvien.events.ServiceEvent.KeyParkedV1;
import vn.lienvien.events.ServiceEvent.Service;
import vn.lienvien.events.TransferEvent.TransferRequestedV1;
import vn.lienvien.events.TransferRef;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.ParkedKey;
import vn.lienvien.kit.test.PostgresResource;

/** A key that stands still in any of the three services is a coordinator's to look at. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class ParkedKeysIT {

    @Inject Telling telling;

    @Test
    void aKeyFrozenHereIsACoordinatorsUntilItMovesAgain() {
        var key = ParkedKey.ofATransfer();
        try (key) {
            obligations(key.transfer(), "SERVICE stands");
        }
        obligations(key.transfer(), "SERVICE CLOSED_BY_EVENT");
        key.isSaidToBe(
                "lienvien.alert.events vn.lienvien.service.key-parked.v1",
                "lienvien.alert.events vn.lienvien.service.key-freed.v1");
    }

    @Test
    void whatOneServiceTakesBackStillStandsForTheOthers() {
        var transfer = new About(UUID.randomUUID(), null);
        var parked = new KeyParkedV1(transfer, Service.BED, Story.NIGHT);
        telling.tell(parked, parked, new KeyParkedV1(transfer, Service.TRANSFER, Story.NIGHT));
        obligations(transfer.transferId(), "PLACEMENT stands", "TRANSFER stands");

        telling.tell(new KeyFreedV1(transfer, Service.TRANSFER, Story.NIGHT));

        obligations(transfer.transferId(), "PLACEMENT stands", "TRANSFER CLOSED_BY_EVENT");
    }

    @Test
    void theWordOfAnotherServiceIsNotLostBehindAKeyFrozenHere() {
        var key = ParkedKey.ofATransfer();
        var transfer = new About(key.transfer(), null);
        try (key) {
            obligations(key.transfer(), "SERVICE stands");
            // what waited behind is applied before the key is free
            telling.tell(new KeyParkedV1(transfer, Service.BED, Story.NIGHT));
        }
        obligations(key.transfer(), "PLACEMENT stands", "SERVICE CLOSED_BY_EVENT");
    }

    @Test
    void aUnitMayBeFrozenToo() {
        var unit = new About(null, new UnitCode("htd-hcmc.invented-frozen"));
        telling.tell(new KeyParkedV1(unit, Service.BED, Story.NIGHT));

        obligations(unit.unit(), "CAPACITY stands");
    }

    @Test
    void theOfficeOfItsOwnHospitalIsToldWhereThatIsKnown() {
        var unit = new About(null, new UnitCode("bach-mai.invented-frozen"));
        var transfer = new About(UUID.randomUUID(), null);
        telling.tell(
                new TransferRequestedV1(
                        new TransferRef(
                                transfer.transferId(),
                                new CaseCode("7F3KXR"),
                                new OrganisationCode("bach-mai"),
                                Urgency.U2,
                                1),
                        new Search(Routing.SEARCH, null, null, false, false, null),
                        Story.NIGHT));

        telling.tell(
                new KeyParkedV1(unit, Service.BED, Story.NIGHT),
                new KeyParkedV1(transfer, Service.BED, Story.NIGHT));

        for (var about : List.of(unit.unit(), transfer.transferId())) {
            assertThat(
                            OwnerConnection.column(
                                    "select organisation from obligation where kind = 'CHECK_PARKED' and subject = '"
                                            + about
                                            + "'"))
                    .containsExactly("soyte-ha-noi");
        }
    }

    private static void obligations(Object subject, String... expected) {
        await().untilAsserted(() -> assertThat(checks(subject)).containsExactly(expected));
    }

    private static List<String> checks(Object subject) {
        return OwnerConnection.column(
                "select source || ' ' || coalesce(ended, 'stands') from obligation"
                        + " where kind = 'CHECK_PARKED' and role = 'COORDINATOR' and organisation = 'soyte-hcm'"
                        + " and subject = '"
                        + subject
                        + "' order by source");
    }
}
