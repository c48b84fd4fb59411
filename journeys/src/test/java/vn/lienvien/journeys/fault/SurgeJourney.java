package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.TransferEvent.EndKind.CANCELLED;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.WAITING;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Transfer;

/** A surge: five hundred ask while nothing is free, then forty beds open. */
@ExtendWith(RunningSystem.class)
class SurgeJourney {

    private static final int REQUESTS = Scale.of(150, 500);
    private static final int BEDS = 10;
    private static final int SLOTS = 40;
    private static final int DYING = 10;
    private static final int URGENT = 20;
    private static final int PEOPLE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** By class as endorsed, then by the time they have waited. */
    private static final String RANK =
            """
            select transfer_id from placement where stage in ('WAITING', 'OFFERED')
            order by case when urgency = 'U1' and endorsed then 1 when urgency = 'U3' then 3 else 2 end,
                queued_at, transfer_id limit %d
            """;

    @Test
    void fortyAreFilledInRankOrderAndEverybodyIsAnswered(World world) throws Exception {
        var units =
                World.adultUnits(
                        world.hospital("cho-ray"),
                        world.hospital("umc-hcmc"),
                        world.hospital("nd-115"),
                        world.hospital("htd-hcmc"));
        world.openOnly(0);

        var asked = allAsk(world);
        eventually(() -> assertThat(world.inState(WAITING)).containsAll(asked));
        for (var unit : units) {
            world.open(unit, BEDS);
        }

        eventually(
                () ->
                        assertThat(world.inState(OFFERED))
                                .hasSize(SLOTS)
                                .isEqualTo(first(world, SLOTS)));
        assertThat(world.inState(WAITING)).hasSize(REQUESTS - SLOTS);
        for (var unit : units) {
            assertThat(world.slotStates(unit)).filteredOn("HELD"::equals).hasSize(BEDS);
        }
        var last = world.databases().rows("bed", RANK.formatted(REQUESTS)).getLast().getFirst();
        var waiting = world.coordinator().get("/api/v1/placements/" + last).path("waiting");
        assertThat(waiting.path("position").asInt()).isEqualTo(REQUESTS - SLOTS);
        assertThat(waiting.path("because").isEmpty()).isFalse();

        allGoHome(world, asked);
        eventually(() -> assertThat(world.slotStates(units[0])).doesNotContain("HELD"));
    }

    private static Set<UUID> first(World world, int many) throws SQLException {
        return world.databases().rows("bed", RANK.formatted(many)).stream()
                .map(row -> UUID.fromString(row.getFirst()))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> allAsk(World world) throws Exception {
        var referrer = world.lienVien().patient(PATIENCE).person("referrer", "trung-vuong");
        return Set.copyOf(
                Crowd.does(
                        PEOPLE,
                        IntStream.range(0, REQUESTS)
                                .<Callable<UUID>>mapToObj(
                                        n ->
                                                () -> {
                                                    var filing = world.search();
                                                    filing.put("urgency", urgency(n));
                                                    var filed = referrer.files(filing);
                                                    if (n < DYING) {
                                                        world.coordinator().endorsesUrgency(filed);
                                                    }
                                                    return filed.id();
                                                })
                                .toList()));
    }

    private static String urgency(int number) {
        return number < DYING ? "U1" : number < DYING + URGENT ? "U2" : "U3";
    }

    private static void allGoHome(World world, Collection<UUID> transfers) throws Exception {
        Crowd.does(
                PEOPLE,
                transfers.stream()
                        .<Callable<UUID>>map(
                                id ->
                                        () -> {
                                            world.coordinator()
                                                    .ends(
                                                            new Transfer(id, ""),
                                                            CANCELLED,
                                                            "the surge is over");
                                            return id;
                                        })
                        .toList());
    }
}
