package vn.lienvien.bed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.ParkedKey;
import vn.lienvien.kit.test.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ParkedKeyTest {

    @Test
    void aTransferThatStandsStillHereIsSaidOnceAndSoIsThatItMovesAgain() {
        var key = ParkedKey.ofATransfer();
        try (key) {
            key.isSaidToBe("lienvien.placement.events vn.lienvien.service.key-parked.v1");
        }
        key.isSaidToBe(
                "lienvien.placement.events vn.lienvien.service.key-parked.v1",
                "lienvien.placement.events vn.lienvien.service.key-freed.v1");
    }
}
