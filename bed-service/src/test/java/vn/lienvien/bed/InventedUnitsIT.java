package vn.lienvien.bed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/**
 * The invented units of the single machine load on a new database, and the demo's cases find a
 * place.
 */
@QuarkusTest
@TestProfile(InventedUnitsIT.OneMachine.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class InventedUnitsIT {

    @Inject Told told;

    public static class OneMachine implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lienvien.kit.invented-data", "true");
        }
    }

    @Test
    void everyInventedUnitBelongsToARealHospitalAndSaysItIsInvented() {
        assertThat(
                        OwnerConnection.column(
                                "select code from unit where invented and organisation not in (select code from hospital)"))
                .isEmpty();
        assertThat(
                        OwnerConnection.value(
                                "select count(*) from unit where activated and not invented"))
                .isEqualTo("0");
        assertThat(OwnerConnection.value("select count(*) from slot where not invented"))
                .isEqualTo("0");
    }

    @Test
    void theCaseOfSocTrangAndASearchFindTheirPlaces() {
        var agreed = Transfers.agreed("htd-hcmc");
        told.that(agreed.requested());
        Duty.confirms("htd-hcmc", agreed, Duty.offerTo("htd-hcmc", agreed)).statusCode(200);

        var search = Transfers.searched();
        told.that(search.requested());
        Duty.becomes(search, "OFFERED");
    }
}
