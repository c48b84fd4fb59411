package vn.lienvien.journeys.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import vn.lienvien.events.TransferEvent.EndKind;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Answer;
import vn.lienvien.local.client.Person;

/**
 * People who file one request after another while something is broken, press once each, and keep
 * every answer. Each presses again when all is well: what was acknowledged is still there, and
 * nothing is there twice (I3, I18).
 */
final class Witnesses implements AutoCloseable {

    private static final int PEOPLE = 3;
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(1);

    /** One press of the button, and what came of it; no answer within the client's time is 0. */
    private record Pressed(ObjectNode filing, String key, Answer answer) {

        UUID filed() {
            return UUID.fromString(answer.body().path("id").asText());
        }
    }

    private final World world;
    private final Queue<Pressed> pressed = new ConcurrentLinkedQueue<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean filing = true;

    Witnesses(World world) {
        this.world = world;
        for (var n = 0; n < PEOPLE; n++) {
            people.execute(this::fileAndFileAgain);
        }
    }

    private void fileAndFileAgain() {
        while (filing) {
            var filing = world.search();
            var key = UUID.randomUUID().toString();
            pressed.add(new Pressed(filing, key, referrer().triesToFile(filing, key)));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private Person referrer() {
        return world.lienVien().patient(Duration.ZERO).person("referrer", "trung-vuong");
    }

    /** So far, in the order in which they came. */
    List<Integer> answers() {
        return pressed.stream().map(each -> each.answer().status()).toList();
    }

    /** All have had their last answer. */
    Witnesses goHome() {
        filing = false;
        people.close();
        return this;
    }

    /** Stored, or told that it could not be: nothing else, and never silence. */
    void wereAnsweredOrPutOff() {
        for (var each : pressed) {
            var answer = each.answer();
            assertThat(answer.status()).as("%s", answer).isIn(201, 503);
            if (answer.status() == 503) {
                assertThat(answer.headers().firstValue("Content-Type"))
                        .contains("application/problem+json");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
    }

    /**
     * Each presses once more, with the same key, and then needs no place any longer. Answers how
     * many requests they have filed in all.
     */
    int pressAgain() {
        var system = world.lienVien().patient(UNTIL_ANSWERED);
        var referrer = system.person("referrer", "trung-vuong");
        var filed = new HashSet<UUID>();
        for (var each : pressed) {
            var transfer = referrer.files(each.filing(), each.key());
            if (each.answer().ok()) {
                assertThat(transfer.id()).isEqualTo(each.filed());
            }
            filed.add(transfer.id());
            system.person("coordinator", "soyte-hcm")
                    .ends(transfer, EndKind.CANCELLED, "was filed to see whether it is stored");
        }
        assertThat(filed).hasSize(pressed.size());
        return filed.size();
    }

    @Override
    public void close() {
        filing = false;
        people.shutdownNow();
    }
}
