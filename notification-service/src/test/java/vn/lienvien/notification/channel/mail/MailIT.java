package vn.lienvien.notification.channel.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.HTD;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.UnitCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.Delivery;
import vn.lienvien.notification.channel.Language;
import vn.lienvien.notification.channel.Notice;
import vn.lienvien.notification.channel.Notices;
import vn.lienvien.notification.channel.Outgoing;
import vn.lienvien.notification.channel.Telling.Manner;
import vn.lienvien.notification.channel.Way;
import vn.lienvien.notification.obligation.Story;
import vn.lienvien.notification.obligation.Telling;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ChannelSettings.class)
@QuarkusTestResource(
        value = MailServer.class,
        initArgs = @ResourceArg(name = MailServer.SILENCE, value = "PT3S"))
class MailIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Telling telling;
    @Inject Outgoing outgoing;
    @Inject Letters letters;

    GreenMail server;

    private final Story story = new Story(UUID.randomUUID(), Urgency.U2);

    @BeforeEach
    void mailboxes() throws Exception {
        outgoing.startAnew();
        keeps("htd-hcmc", "DOCTOR", "icu@htd-hcmc.invalid", "vi");
        keeps("cho-ray", "DOCTOR", "icu@cho-ray.invalid", "en");
    }

    @Test
    void whoMustAnswerGetsAMailInItsLanguageWithoutIdentity() throws Exception {
        telling.tell(story.held(1, story.offer(1, HTD)));

        var mail = mail(0);
        assertThat(mail.getAllRecipients()[0]).hasToString("icu@htd-hcmc.invalid");
        assertThat(mail.getSubject())
                .isEqualTo("[LienVien] U2 7F3KXQ: trả lời đề nghị tiếp nhận, trước 23:30 08/11");
        assertThat(text(mail).lines())
                .containsSubsequence(
                        "Ca 7F3KXQ U2",
                        "Từ: soc-trang-covid",
                        "Cần: trả lời đề nghị tiếp nhận",
                        "Trước: 23:30 08/11 (giờ Việt Nam)",
                        "Mở: http://localhost:8080/obligations/" + ofDelivery("obligation_id"),
                        "",
                        "Nếu đã gọi điện, xin ghi lại: ai nghe máy, lúc nào.",
                        "Thư tự động, xin đừng trả lời.");
    }

    @Test
    void aMailSaysAsMuchAsIsKnown() {
        var notice = Notices.of(ObligationKind.ANSWER_OFFER, Urgency.U2);

        assertThat(letters.of(about(notice, 0, Language.EN)))
                .isEqualTo(
                        new Letter(
                                "[LienVien] U2 7F3K2M: answer the offer, before 02:30 09/11",
                                """
                                Case 7F3K2M U2
                                ECMO: VV
                                Age group: adult
                                From: soc-trang-covid
                                Needed: answer the offer
                                Before: 02:30 09/11 (Vietnam time)
                                Call: 0900 000 115
                                Open: http://localhost:8080/obligations/00000000-0000-0001-0000-000000000002

                                If you called, please record who answered, and when.
                                Automatic message, please do not reply.
                                """));
    }

    @Test
    void aMailAboutAUnitNamesNoCase() {
        var notice =
                new Notice(
                        ObligationKind.CHECK_UNIT,
                        null,
                        null,
                        null,
                        null,
                        new UnitCode("htd-hcmc.icu-adult"),
                        null,
                        Instant.parse("2021-11-08T19:30:00Z"),
                        null);

        assertThat(letters.of(about(notice, 1, Language.VI)))
                .isEqualTo(
                        new Letter(
                                "NHẮC LẠI: [LienVien] htd-hcmc.icu-adult: kiểm tra số liệu của khoa,"
                                        + " trước 02:30 09/11",
                                """
                                Đơn vị: htd-hcmc.icu-adult
                                Cần: kiểm tra số liệu của khoa
                                Trước: 02:30 09/11 (giờ Việt Nam)
                                Mở: http://localhost:8080/obligations/00000000-0000-0001-0000-000000000002

                                Nếu đã gọi điện, xin ghi lại: ai nghe máy, lúc nào.
                                Thư tự động, xin đừng trả lời.
                                """));
    }

    @Test
    void aReminderSaysThatItIsOne() throws Exception {
        telling.tell(story.held(1, story.offer(1, Story.CHO_RAY)));
        telling.remind();

        assertThat(mail(1).getSubject())
                .isEqualTo("REMINDER: [LienVien] U2 7F3KXQ: answer the offer, before 23:30 08/11");
    }

    @Test
    void whileTheMailServerIsAwayItIsTriedAgainUnderTheSameReference() throws Exception {
        server.stop();
        telling.tell(story.held(1, story.offer(1, HTD)));
        soon().until(() -> attempts() >= 1);
        assertThat(ofDelivery("state")).isEqualTo("DUE");

        server.start();

        mail(0);
        soon().until(() -> ofDelivery("state").equals("SENT"));
    }

    @Test
    void aMailServerThatTakesTheCallAndSaysNothingHoldsNobodyUp() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        try (var silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout((int) SOON.toMillis());
            telling.tell(story.held(1, story.offer(1, HTD)));
            try (var _ = silent.accept()) {
                int tried = attempts();
                soon().until(() -> attempts() > tried);
            }
        }
        server.start();

        mail(0);
    }

    @Test
    void aMailServerThatWasSilentIsCalledAnewThoughItNeverHangsUp() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        try (var silent = new SilentServer(port)) {
            var waiting =
                    IntStream.range(0, SilentServer.PATIENCE)
                            .mapToObj(
                                    n ->
                                            outgoing.tell(
                                                    Urgency.U2,
                                                    "silenced-" + n,
                                                    Manner.IN_TURN,
                                                    new Way("email", "icu@htd-hcmc.invalid")))
                            .toList();
            soon().until(silent::isFull);
            silent.takesNoMoreCalls();
            server.start();

            waiting.forEach(each -> outgoing.settles(each, "SENT"));
        }
    }

    /** Takes calls, says nothing and never hangs up, as one behind a lost line. */
    private static final class SilentServer implements AutoCloseable {

        /** Of a client that keeps whom it calls: connections of Quarkus' mailer at once. */
        static final int PATIENCE = 10;

        private final ServerSocket door;
        private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
        private final Thread porter;

        SilentServer(int port) throws IOException {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            porter = Thread.ofVirtual().start(this::takeCalls);
        }

        private void takeCalls() {
            try {
                while (true) {
                    callers.add(door.accept());
                }
            } catch (IOException e) {
                // the door is closed
            }
        }

        boolean isFull() {
            return callers.size() >= PATIENCE;
        }

        /** The port is free once whoever waits at the door has left. */
        void takesNoMoreCalls() throws IOException, InterruptedException {
            door.close();
            porter.join();
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (var caller : callers) {
                caller.close();
            }
        }
    }

    private static Delivery about(Notice notice, int rung, Language language) {
        return new Delivery(
                UUID.randomUUID(),
                new UUID(1, 2),
                rung,
                "doctor@htd-hcmc",
                new Way("email", "icu@htd-hcmc.invalid"),
                language,
                notice,
                1,
                Instant.EPOCH);
    }

    /** A delivery that is not there yet is waited for. */
    private static ConditionFactory soon() {
        return await().ignoreExceptionsInstanceOf(NoSuchElementException.class);
    }

    /** The mail of this story's obligation at that step of its ladder. */
    private MimeMessage mail(int step) {
        return soon().until(() -> received(step), Optional::isPresent).orElseThrow();
    }

    private Optional<MimeMessage> received(int step) throws MessagingException {
        for (var mail : server.getReceivedMessages()) {
            if (mail.getHeader("Message-ID", null)
                    .equals("<" + ofDelivery("reference", step) + "@lienvien>")) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString();
    }

    private int attempts() {
        return Integer.parseInt(ofDelivery("attempts"));
    }

    private String ofDelivery(String value) {
        return ofDelivery(value, 0);
    }

    private String ofDelivery(String value, int step) {
        return OwnerConnection.value(
                "select "
                        + value
                        + " from delivery where obligation_id in (select id from obligation where subject = '"
                        + story.transfer()
                        + "') and channel = 'email' and rung = "
                        + step);
    }

    private static void keeps(String organisation, String role, String email, String language) {
        given().auth()
                .oauth2(TestTokens.as("coordinator", "soyte-hcm"))
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "language", language))
                .put("/api/v1/contacts/" + organisation + "/" + role)
                .then()
                .statusCode(200);
    }
}
