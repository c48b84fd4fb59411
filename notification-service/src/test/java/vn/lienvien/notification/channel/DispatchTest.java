package vn.lienvien.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.channel.Telling.Manner.AT_ONCE;
import static vn.lienvien.notification.channel.Telling.Manner.IN_TURN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;

/** Orders of a ladder, tried by the real dispatcher over real connections. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class DispatchTest {

    private static final String TAKEN = "{\"CodeResult\":\"100\",\"SMSID\":\"sms-1\"}";

    @Inject Deliveries deliveries;
    @Inject Outgoing outgoing;
    @Inject ChannelConfig config;
    @Inject Wellness wellness;

    @BeforeEach
    void startsAnew() {
        outgoing.startAnew();
        StubServer.answers("/esms", 200, TAKEN);
    }

    @Test
    void oneOrderIsSentOnceHoweverOftenItIsGiven() {
        StubServer.answers("/once", 204, "");
        UUID obligation = UUID.randomUUID();

        outgoing.tell(obligation, Urgency.U2, "a", IN_TURN, webhook("/once"));
        outgoing.tell(obligation, Urgency.U2, "a", IN_TURN, webhook("/once"));

        outgoing.settles(obligation, "SENT");
        assertThat(StubServer.calls("/once")).hasSize(1);
    }

    @Test
    void everyRepeatCarriesTheSameReference() {
        StubServer.answers("/sick", 503, "");

        UUID obligation = outgoing.tell(Urgency.U2, "b", IN_TURN, webhook("/sick"));
        outgoing.calls("/sick", 3);
        StubServer.answers("/sick", 204, "");

        outgoing.settles(obligation, "SENT");
        assertThat(referencesHeard("/sick")).isSubsetOf(references(obligation));
    }

    @Test
    void aDeadWorkersDeliveryIsTakenUpByAnother() {
        StubServer.answers("/crash", 204, "");
        UUID obligation = outgoing.tell(Urgency.U2, "c", IN_TURN, webhook("/crash"));
        outgoing.settles(obligation, "SENT");

        OwnerConnection.run(
                "update delivery set state = 'DUE', due_at = app_now() where obligation_id = '"
                        + obligation
                        + "'");

        outgoing.settles(obligation, "SENT");
        assertThat(referencesHeard("/crash")).hasSize(2).isSubsetOf(references(obligation));
    }

    @Test
    void whatIsRefusedForEverTakesTheNextWayAtOnce() {
        StubServer.answers("/gone", 410, "");

        UUID obligation = outgoing.tell(Urgency.U2, "d", IN_TURN, webhook("/gone"), sms());

        outgoing.settles(obligation, "FAILED", "SENT");
    }

    @Test
    void aServerInTroubleIsLeftForTheNextWayWhenPatienceEnds() {
        StubServer.answers("/in-trouble", 503, "");

        UUID obligation = outgoing.tell(Urgency.U3, "e", IN_TURN, webhook("/in-trouble"), sms());

        outgoing.settles(obligation, "PASSED_ON", "SENT");
        assertThat(StubServer.calls("/in-trouble")).hasSize(config.patience());
    }

    @Test
    void anUrgentMessageTriesTheNextWayBesideTheFirst() {
        StubServer.answers("/flaky", 503, "");

        UUID obligation = outgoing.tell(Urgency.U1, "f", IN_TURN, webhook("/flaky"), sms());
        outgoing.settles(obligation, "DUE", "SENT");
        StubServer.answers("/flaky", 204, "");

        outgoing.settles(obligation, "SENT", "SENT");
    }

    @Test
    void aRedAlertTakesEveryWayAtOnce() {
        StubServer.answers("/red", 204, "");

        UUID obligation = outgoing.tell(Urgency.U0, "g", AT_ONCE, webhook("/red"), sms());

        outgoing.settles(obligation, "SENT", "SENT");
    }

    @Test
    void anUrgentMessageLeavesThoughEveryWorkerHangs() {
        StubServer.answers("/free", 204, "");
        var hanging = StubServer.hangs("/hang", 204);
        var planned =
                IntStream.range(0, config.workers())
                        .mapToObj(
                                n ->
                                        outgoing.tell(
                                                Urgency.U3, "hung-" + n, IN_TURN, webhook("/hang")))
                        .toList();
        outgoing.calls("/hang", config.workers());

        UUID urgent = outgoing.tell(Urgency.U1, "free", IN_TURN, webhook("/free"));

        outgoing.settles(urgent, "SENT");
        hanging.letGo();
        planned.forEach(each -> outgoing.settles(each, "SENT"));
    }

    /** Else each of its messages would keep a worker for as long as a call may last. */
    @Test
    void aHospitalsServerThatDoesNotAnswerIsLeftAloneAndNoOther() {
        StubServer.answers("/alive", 204, "");
        var dead = new Way("webhook", "http://" + ChannelSettings.DEAD_HOST + "/dead");
        var waiting =
                IntStream.range(0, 2 * (config.workers() + config.urgentWorkers()))
                        .mapToObj(n -> outgoing.tell(Urgency.U2, "dead-" + n, IN_TURN, dead))
                        .toList();

        await().until(
                        () ->
                                waiting.stream()
                                        .map(each -> Outgoing.column("reason", each))
                                        .anyMatch(List.of("channel-unwell")::equals));

        UUID other = outgoing.tell(Urgency.U2, "alive", IN_TURN, webhook("/alive"));
        outgoing.settles(other, "SENT");
        assertThat(wellness.of("webhook").well()).isTrue();
    }

    @Test
    void nobodyIsDisturbedOnceSomebodyKnows() {
        StubServer.answers("/later", 503, "");
        UUID obligation = outgoing.tell(Urgency.U2, "h", IN_TURN, webhook("/later"), sms());

        outgoing.withdraw(obligation);

        outgoing.settles(obligation, "WITHDRAWN", "WITHDRAWN");
    }

    @Test
    void aLimitHoldsBackPlannedMessagesAndNeverUrgentOnes() {
        StubServer.answers("/many", 204, "");
        hasHadItsHoursWorth("busy");

        UUID planned = outgoing.tell(Urgency.U3, "busy", IN_TURN, webhook("/many"));
        UUID urgent = outgoing.tell(Urgency.U1, "busy", IN_TURN, webhook("/many"));
        UUID red = outgoing.tell(Urgency.U0, "busy", AT_ONCE, webhook("/many"));

        outgoing.settles(urgent, "SENT");
        outgoing.settles(red, "SENT");
        outgoing.isPutOff(planned, "held-back");
    }

    @Test
    void oneThatCannotBeReadKeepsNobodyElseWaiting() {
        StubServer.answers("/behind", 204, "");
        UUID unreadable = ordered("{\"kind\": \"OF_A_NEWER_RELEASE\"}", "1 minute");
        UUID givenUp = ordered("{}", "3 hours");

        UUID urgent = outgoing.tell(Urgency.U0, "behind", AT_ONCE, webhook("/behind"));

        outgoing.settles(urgent, "SENT");
        outgoing.settles(givenUp, "FAILED");
        outgoing.isPutOff(unreadable, "unreadable");
    }

    private static UUID ordered(String notice, String ago) {
        UUID obligation = UUID.randomUUID();
        OwnerConnection.run(
                """
                insert into delivery (reference, obligation_id, rung, recipient, channel, address, place,
                    urgent, language, notice, state, due_at, ordered_at)
                values (gen_random_uuid(), '%s', 0, 'ahead', 'webhook', 'x', 0,
                    true, 'VI', '%s', 'DUE', app_now() - interval '%s', app_now() - interval '%3$s')
                """
                        .formatted(obligation, notice, ago));
        return obligation;
    }

    @Test
    void whatWasUrgentTakesNothingFromTheOthersHour() {
        StubServer.answers("/after", 204, "");
        hasHadItsHoursWorth("alerted", true);

        outgoing.settles(outgoing.tell(Urgency.U2, "alerted", IN_TURN, webhook("/after")), "SENT");
    }

    private static void hasHadItsHoursWorth(String recipient) {
        hasHadItsHoursWorth(recipient, false);
    }

    private static void hasHadItsHoursWorth(String recipient, boolean urgent) {
        OwnerConnection.run(
                """
                insert into delivery (reference, obligation_id, rung, recipient, channel, address, place,
                    urgent, language, notice, state, due_at, tried_at, ended_at)
                select gen_random_uuid(), gen_random_uuid(), 0, '%s', 'webhook', 'x', 0,
                    %b, 'VI', '{}', 'SENT', app_now(), app_now(), app_now()
                  from generate_series(1, %d)
                """
                        .formatted(recipient, urgent, ChannelSettings.PER_HOUR));
    }

    private List<UUID> references(UUID obligation) {
        return outgoing.references(obligation).stream().map(UUID::fromString).toList();
    }

    private static List<UUID> referencesHeard(String path) {
        return StubServer.calls(path).stream()
                .map(call -> UUID.fromString(call.headers().get("LienVien-Reference")))
                .toList();
    }

    private static Way webhook(String path) {
        return new Way("webhook", StubServer.url(path));
    }

    private static Way sms() {
        return new Way("sms", "0903 123 456");
    }
}
