package vn.lienvien.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienvien.events.AlertEvent.ObligationKind;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.mail.MailServer;
import vn.lienvien.notification.channel.push.TestBrowser;

/**
 * I14: what really leaves the house, by every channel, of every kind and class, in both languages.
 * Identity that lies beside a case is {@link ReachingIT}'s part.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
@QuarkusTestResource(MailServer.class)
class EveryTextTest {

    private static final String PERSON = "doctor@every-text";

    /** A key without words, a template without data, or the name of a constant. */
    private static final String NOT_WORDS =
            "(?s).*(NOT_FOUND|null|[{}]|[a-z]+_[A-Z$]|[A-Z]_[A-Z]).*";

    /** What identity looks like: an insurance or identity number, or a date with its year. */
    private static final String NUMBER =
            "(?s).*([0-9]{7,}|[0-9]{2}/[0-9]{2}/[0-9]{4}|19[0-9]{2}).*";

    @Inject Channels channels;
    @Inject Outgoing outgoing;

    GreenMail mails;

    private TestBrowser browser;

    /** One way out, its address, and what arrives there under a reference. */
    private record Out(String channel, String address, Arrival arrival) {}

    private interface Arrival {
        String of(UUID reference) throws GeneralSecurityException, MessagingException, IOException;
    }

    @BeforeEach
    void everybodyListens() throws GeneralSecurityException {
        outgoing.startAnew();
        StubServer.answers("/esms", 200, "{\"CodeResult\":\"100\"}");
        StubServer.answers("/text-hook", 204, "");
        StubServer.answers("/text-push", 201, "");
        browser = new TestBrowser();
        given().auth()
                .oauth2(TestTokens.as("doctor", "every-text"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(browser.subscription(StubServer.url("/text-push")))
                .post("/api/v1/push-subscriptions")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void nobodyIsSubscribed() {
        OwnerConnection.run("delete from push_subscription where person = '" + PERSON + "'");
    }

    @ParameterizedTest
    @EnumSource
    void saysCodesTimesAndWordsAndNothingElse(ObligationKind kind) throws Exception {
        for (var language : Language.values()) {
            for (var notice : notices(kind)) {
                for (var way : ways()) {
                    check(notice, language, text(way, notice, language));
                }
            }
        }
    }

    private void check(Notice notice, Language language, String text) {
        var words = bare(language.texts().what(notice.kind()));
        var otherWords = bare(other(language).texts().what(notice.kind()));
        var said = bare(text);
        assertThat(said)
                .as("%s of %s in %s", notice.kind(), notice.urgency(), language)
                .contains(words)
                .doesNotContain(otherWords)
                .contains("02:30")
                .doesNotMatch("(?s).*: *\n.*");
        assertThat(text).doesNotMatch(NOT_WORDS);
        assertThat(text.replace("0900 000 115", "")).doesNotMatch(NUMBER);
        Stream.of(notice.caseCode(), notice.from(), notice.urgency(), notice.phone())
                .filter(part -> part != null)
                .forEach(part -> assertThat(said).contains(part.toString()));
    }

    private String text(Out way, Notice notice, Language language) throws Exception {
        var delivery =
                new Delivery(
                        UUID.randomUUID(),
                        UUID.fromString("0193b0c8-abcd-7abc-8abc-abcdefabcdef"),
                        1,
                        PERSON,
                        new Way(way.channel(), way.address()),
                        language,
                        notice,
                        1,
                        Instant.EPOCH);
        assertThat(channels.named(way.channel()).deliver(delivery))
                .isInstanceOf(Outcome.Delivered.class);
        return way.arrival().of(delivery.reference());
    }

    private List<Out> ways() {
        return List.of(
                new Out("sms", "0903123456", EveryTextTest::shortMessage),
                new Out("webhook", StubServer.url("/text-hook"), EveryTextTest::call),
                new Out("push", PERSON, _ -> shown()),
                new Out("email", "every-text@lienvien.invalid", this::mail));
    }

    private static String shortMessage(UUID reference) {
        return StubServer.asked("/esms", reference).getString("Content");
    }

    private static String call(UUID reference) {
        var call = StubServer.calls("/text-hook").getLast();
        assertThat(call.headers()).containsEntry("LienVien-Reference", reference.toString());
        return JsonPath.from(call.text()).getString("text");
    }

    private String shown() throws GeneralSecurityException {
        return JsonPath.from(browser.read(StubServer.calls("/text-push").getLast().bytes()))
                .getString("text");
    }

    /** All that a mail shows but the link, which names the obligation by its number. */
    private String mail(UUID reference) throws MessagingException, IOException {
        var mail = mails.getReceivedMessagesForDomain("every-text@lienvien.invalid");
        var last = mail[mail.length - 1];
        assertThat(last.getMessageID()).contains(reference.toString());
        return (last.getSubject() + "\n" + last.getContent())
                .replace("\r", "")
                .replaceAll("https?://\\S+", "<link>");
    }

    /** All a notice can say, in every class, and the least it can say. */
    private static List<Notice> notices(ObligationKind kind) {
        var whole = Arrays.stream(Urgency.values()).map(urgency -> Notices.of(kind, urgency));
        var least =
                new Notice(
                        kind,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2021-11-08T19:30:00Z"),
                        null);
        return Stream.concat(whole, Stream.of(least)).toList();
    }

    private static Language other(Language language) {
        return switch (language) {
            case VI -> Language.EN;
            case EN -> Language.VI;
        };
    }

    /** As a short message says it, whose alphabet has no accents. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
