package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.notification.channel.Telling.Manner;
import vn.lienvien.notification.channel.outbound.AllowList;

/** Orders messages as a ladder does and drives the dispatcher until they are where they belong. */
@ApplicationScoped
public class Outgoing {

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Channels channels;
    private final Wellness wellness;

    Outgoing(Deliveries deliveries, Dispatcher dispatcher, Channels channels, Wellness wellness) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.channels = channels;
        this.wellness = wellness;
    }

    /** Nothing that another test left is sent any more, and whoever is called counts as well. */
    public void startAnew() {
        OwnerConnection.run(
                "update delivery set state = 'WITHDRAWN', ended_at = app_now()"
                        + " where state in ('DUE', 'STANDBY')");
        channels.all().forEach(each -> wellness.note(each.name(), Outcome.delivered()));
        wellness.note(
                "webhook " + AllowList.hostAndPort(URI.create(StubServer.url("/"))),
                Outcome.delivered());
    }

    public UUID tell(Urgency urgency, String recipient, Manner manner, Way... ways) {
        var obligation = UUID.randomUUID();
        tell(obligation, urgency, recipient, manner, ways);
        return obligation;
    }

    public void tell(
            UUID obligation, Urgency urgency, String recipient, Manner manner, Way... ways) {
        var telling =
                new Telling(
                        obligation,
                        0,
                        recipient,
                        Language.VI,
                        Notices.of(urgency),
                        List.of(ways),
                        manner);
        QuarkusTransaction.requiringNew().run(() -> deliveries.tell(telling));
    }

    public void withdraw(UUID obligation) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.withdraw(obligation));
    }

    /** In the order of its ways; retries are not waited for but asked for. */
    public void settles(UUID obligation, String... states) {
        drivenUntil(() -> assertThat(column("state", obligation)).containsExactly(states));
    }

    /** Nobody is about to send any of it: whatever came of it is known. */
    public void ends(UUID obligation) {
        drivenUntil(() -> assertThat(column("state", obligation)).doesNotContain("DUE"));
    }

    /** Still due, and not before some worker has seen why it has to wait. */
    public void isPutOff(UUID obligation, String because) {
        drivenUntil(
                () -> {
                    assertThat(column("reason", obligation)).containsExactly(because);
                    assertThat(column("state", obligation)).containsExactly("DUE");
                });
    }

    /** Until the stub was called that often. */
    public void calls(String path, int times) {
        drivenUntil(() -> assertThat(StubServer.calls(path)).hasSizeGreaterThanOrEqualTo(times));
    }

    private void drivenUntil(ThrowingRunnable asserted) {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> {
                            dispatcher.wake();
                            asserted.run();
                        });
    }

    /** What the far sides know these messages by, in the order of their ways. */
    public List<String> references(UUID obligation) {
        return column("reference", obligation);
    }

    public static List<String> column(String column, UUID obligation) {
        return OwnerConnection.column(
                "select %s from delivery where obligation_id = '%s' order by place"
                        .formatted(column, obligation));
    }
}
