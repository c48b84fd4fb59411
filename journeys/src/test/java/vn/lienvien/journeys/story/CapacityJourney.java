package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.ACCEPTED;
import static vn.lienvien.local.client.TransferState.WAITING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Capacity;
import vn.lienvien.local.client.Person;

/**
 * What units say of themselves: believed as far as it can be true, and asked for when it is old.
 */
@ExtendWith(RunningSystem.class)
class CapacityJourney {

    private static final Capacity NOTHING = new Capacity(0, 0, 0);

    @Test
    void aUnitThatReportsFewerBedsThanItHoldsIsDoubtedUntilSomebodyCalls(World world) {
        var binhDinh = world.hospital("binh-dinh");
        var unit = binhDinh.adultUnit();
        world.openOnly(1, unit);
        var first = world.hospital("ha-tinh").referrer().files(world.search(binhDinh));
        binhDinh.doctor().offer(first);

        binhDinh.nurse().reports(unit, NOTHING);

        assertThat(seen(world, unit).path("doubt").asText()).isEqualTo("BELOW_HELD");
        eventually(() -> assertThat(toKnow(world.coordinator(), unit)).contains("CHECK_UNIT"));
        eventually(() -> assertThat(toKnow(binhDinh.nurse(), unit)).contains("CHECK_UNIT"));

        var second = world.hospital("ha-tinh").referrer().files(world.search(binhDinh));
        eventually(() -> assertThat(world.picture(second)).isEqualTo(Picture.in(WAITING)));
        assertThat(world.slotStates(unit)).containsExactly("HELD");

        world.coordinator()
                .post(
                        "/api/v1/units/" + unit + "/phone-confirmations",
                        Map.of("answeredBy", "Charge nurse on duty (invented)"))
                .orThrow();

        assertThat(seen(world, unit).has("doubt")).isFalse();
        eventually(
                () -> assertThat(toKnow(world.coordinator(), unit)).doesNotContain("CHECK_UNIT"));
        binhDinh.doctor().confirms(first);
        eventually(() -> assertThat(world.picture(first)).isEqualTo(Picture.in(ACCEPTED).to(unit)));
        assertThat(world.picture(second)).isEqualTo(Picture.in(WAITING));
        assertThat(world.slotStates(unit)).containsExactly("CONFIRMED");
    }

    @Test
    void whenACaseComesOldNumbersAreAskedAboutAndConfirmedWithOneTap(World world) {
        var quangNam = world.hospital("quang-nam-central");
        var thanhHoa = world.hospital("thanh-hoa");
        var unit = thanhHoa.adultUnit();
        world.openOnly(1, quangNam.adultUnit());
        thanhHoa.doctor().activates(unit, 1);
        thanhHoa.nurse().at(world.now().minus(Duration.ofHours(9))).reports(unit, Capacity.free(1));
        assertThat(seen(world, unit).path("freshness").asText()).isEqualTo("AMBER");

        var transfer = world.hospital("ha-tinh").referrer().files(world.search(quangNam));
        quangNam.doctor().offer(transfer);

        eventually(() -> assertThat(toKnow(thanhHoa.nurse(), unit)).contains("CONFIRM_CAPACITY"));
        assertThat(seen(world, unit).has("stillTrueAskedAt")).isTrue();
        thanhHoa.nurse()
                .post("/api/v1/units/" + unit + "/capacity-reports/unchanged", Map.of())
                .orThrow();

        assertThat(seen(world, unit).path("freshness").asText()).isEqualTo("FRESH");
        assertThat(seen(world, unit).path("source").asText()).isEqualTo("UNCHANGED");
        eventually(
                () ->
                        assertThat(toKnow(thanhHoa.nurse(), unit))
                                .doesNotContain("CONFIRM_CAPACITY"));
    }

    private static JsonNode seen(World world, String unit) {
        return world.coordinator().get("/api/v1/units/" + unit);
    }

    /** What this person must still know of a unit. */
    private static List<String> toKnow(Person person, String unit) {
        var hospital = unit.substring(0, unit.indexOf('.'));
        return person.get("/api/v1/obligations?limit=200&organisation=" + of(person, hospital))
                .path("items")
                .valueStream()
                .filter(item -> item.path("unit").asText().equals(unit))
                .map((JsonNode item) -> item.path("kind").asText())
                .toList();
    }

    private static String of(Person person, String hospital) {
        return person.role().equals("coordinator") ? person.organisation() : hospital;
    }
}
