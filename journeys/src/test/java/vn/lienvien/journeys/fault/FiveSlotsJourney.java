package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.TransferEvent.EndKind.CANCELLED;
import static vn.lienvien.journeys.Eventually.eventually;
import static vn.lienvien.local.client.TransferState.OFFERED;
import static vn.lienvien.local.client.TransferState.WAITING;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/** A bad night: two hundred hospitals ask at once, and there are five beds. */
@ExtendWith(RunningSystem.class)
class FiveSlotsJourney {

    private static final int CLIENTS = 200;
    private static final int SLOTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void fiveAreAskedForAndEverybodyElseWaitsInTheRightOrder(World world) throws Exception {
        var unit = world.hospital("thong-nhat-dong-nai").adultUnit();
        world.openOnly(SLOTS, unit);

        var transfers = allAsk(world, world.hospital("thong-nhat-dong-nai"));
        eventually(
                () -> {
                    assertThat(ours(transfers, world.inState(WAITING))).hasSize(CLIENTS - SLOTS);
                    assertThat(ours(transfers, world.inState(OFFERED))).hasSize(SLOTS);
                });
        assertThat(world.slotStates(unit)).hasSize(SLOTS).containsOnly("HELD");

        for (var turn = 0; turn < SLOTS; turn++) {
            var next = longestWaiting(world);
            var leaves = ours(transfers, world.inState(OFFERED)).iterator().next();
            world.coordinator().ends(new Transfer(leaves, ""), CANCELLED, "recovered");
            eventually(() -> assertThat(world.inState(OFFERED)).hasSize(SLOTS).contains(next));
        }

        for (var waiting = world.inState(WAITING);
                !waiting.isEmpty();
                waiting = world.inState(WAITING)) {
            waiting.forEach(
                    each ->
                            world.coordinator()
                                    .ends(new Transfer(each, ""), CANCELLED, "the night is over"));
        }
        world.inState(OFFERED)
                .forEach(
                        each ->
                                world.coordinator()
                                        .ends(
                                                new Transfer(each, ""),
                                                CANCELLED,
                                                "the night is over"));
        eventually(() -> assertThat(world.slotStates(unit)).containsOnly("FREE"));
        RunningSystem.invariantsHold(world);
    }

    private static Set<UUID> allAsk(World world, Hospital where) throws Exception {
        var referrer = world.lienVien().patient(PATIENCE).person("referrer", "trung-vuong");
        Callable<UUID> asks = () -> referrer.files(world.search(where)).id();
        var filed = Set.copyOf(Crowd.does(CLIENTS, Collections.nCopies(CLIENTS, asks)));
        assertThat(filed).hasSize(CLIENTS);
        return filed;
    }

    private static UUID longestWaiting(World world) throws SQLException {
        var sql =
                "select transfer_id from placement where stage = 'WAITING' order by queued_at, transfer_id limit 1";
        return UUID.fromString(world.databases().rows("bed", sql).getFirst().getFirst());
    }

    private static Set<UUID> ours(Set<UUID> transfers, Set<UUID> found) {
        var both = new HashSet<>(transfers);
        both.retainAll(found);
        return both;
    }
}
