package vn.lienvien.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.NotificationConfig;

/** A reader that stops reading costs bounded memory, delays nobody, and is told to read anew. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class SlowReaderIT {

    /** More than sockets and queue of a stalled reader hold together. */
    private static final int FLOOD = 30_000;

    private static final int CROWD = 300;
    private static final int STALLED = 5;
    private static final int ONE_IN = 150;

    /** Wider than a packet of this machine's own network, or each would wait for a timer. */
    private static final int BUFFER = 512 * 1024;

    @TestHTTPResource("")
    URI url;

    @Inject LiveStream stream;
    @Inject NotificationConfig config;

    private final List<RawReader> open = new ArrayList<>();

    @AfterEach
    void closes() {
        open.forEach(RawReader::close);
    }

    @Test
    void hundredsHearEverythingInOrderThoughSomeAreStalled() throws IOException {
        var stalled = readers("stalled", HTD, STALLED);
        var crowd = readers("crowd", CHO_RAY, CROWD);
        crowd.forEach(RawReader::readsOn);

        for (int n = 1; n <= FLOOD; n++) {
            stream.on(List.of(event(n, HTD)));
            if (n % ONE_IN == 0) {
                stream.on(List.of(event(n / ONE_IN, CHO_RAY)));
            }
        }

        var all = LongStream.rangeClosed(1, FLOOD / ONE_IN).boxed().toList();
        await().until(() -> crowd.stream().allMatch(each -> each.heard().size() >= all.size()));
        for (var reader : crowd) {
            assertThat(reader.heard()).isEqualTo(all);
            assertThat(reader.resync()).isFalse();
        }
        for (var reader : stalled) {
            reader.readsUntilResync();
            assertThat(reader.heard()).hasSizeLessThan(FLOOD).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void whoWasToldToReadAnewGoesOnFromThere() throws IOException {
        var slow = readers("slow", HTD, 1).getFirst();
        for (int n = 1; n <= FLOOD; n++) {
            stream.on(List.of(event(n, HTD)));
        }
        slow.readsUntilResync();
        slow.readsOn();

        var next = new AtomicInteger(FLOOD);
        await().until(
                        () -> {
                            stream.on(List.of(event(next.incrementAndGet(), HTD)));
                            return slow.heard().getLast() > FLOOD;
                        });
    }

    @Test
    void aBurstThatFitsTheQueueIsHeardWhole() throws IOException {
        var reader = readers("burst", HTD, 1).getFirst().readsOn();
        var burst = config.stream().queue();

        stream.on(LongStream.rangeClosed(1, burst).mapToObj(n -> event((int) n, HTD)).toList());

        var all = LongStream.rangeClosed(1, burst).boxed().toList();
        await().until(() -> reader.heard().size() >= burst);
        assertThat(reader.heard()).isEqualTo(all);
        assertThat(reader.resync()).isFalse();
    }

    private List<RawReader> readers(String name, OrganisationCode organisation, int count)
            throws IOException {
        var readers = new ArrayList<RawReader>();
        for (int n = 0; n < count; n++) {
            var token =
                    TestTokens.of(
                            name + "-" + n,
                            TestTokens.membership(
                                    organisation.value(), List.of("doctor"), null, null));
            var reader = new RawReader(url, token, BUFFER);
            open.add(reader);
            readers.add(reader);
        }
        return readers;
    }

    private static TailedEvent event(int n, OrganisationCode audience) {
        return new TailedEvent(
                new UUID(1, n),
                "vn.lienvien.placement.slot-held.v1",
                "x",
                n,
                Instant.now(),
                Set.of(audience),
                null);
    }
}
