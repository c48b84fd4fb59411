package vn.lienvien.notification.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.kit.test.Patience.await;
import static vn.lienvien.notification.obligation.Story.CHO_RAY;
import static vn.lienvien.notification.obligation.Story.HTD;
import static vn.lienvien.notification.obligation.Story.SOC_TRANG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienvien.events.PlacementEvent.SlotHeldV1;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.access.RelationRole;
import vn.lienvien.kit.access.Relations;
import vn.lienvien.kit.test.KafkaResource;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.obligation.Story;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class LiveStreamIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource("")
    String url;

    @Inject Announcer announcer;
    @Inject TopicTail tail;
    @Inject LiveStream stream;
    @Inject Relations relations;

    private final Story story = new Story(UUID.randomUUID(), Urgency.U2);
    private final List<Listening> open = new ArrayList<>();

    @BeforeEach
    void follows() {
        await().until(tail::following);
    }

    @AfterEach
    void closes() {
        open.forEach(Listening::close);
    }

    @Test
    void itSaysIdsAndVersionsToWhoeverIsEntitled() {
        var htd = listen("doctor", "htd-hcmc");
        var choRay = listen("doctor", "cho-ray");
        var coordinator = listen("coordinator", "soyte-hcm");

        announcer.announce(held(), HTD, SOC_TRANG);
        announcer.announce(new Story(UUID.randomUUID(), Urgency.U2).requested(), CHO_RAY);

        await().until(() -> coordinator.heard().size() == 2);
        await().until(() -> choRay.heard().size() == 1);
        await().until(() -> htd.heard().size() == 1);
        assertThat(choRay.events()).containsExactly("transfer.requested");
        assertThat(htd.events()).containsExactly("placement.slot-held");
        assertThat(htd.heard().getFirst().data())
                .matches(
                        "\\{\"id\":\"[-0-9a-f]{36}\",\"type\":\"vn.lienvien.placement.slot-held.v1\",\"subject\":\"%s\",\"sequence\":1,\"transferId\":\"%s\"}"
                                .formatted(story.transfer(), story.transfer()));
    }

    @Test
    void aRelationEntitlesWhomTheAnnouncementForgot() {
        relations.open(story.transfer(), CHO_RAY, RelationRole.TEAM, Instant.now());
        var choRay = listen("doctor", "cho-ray");

        announcer.announce(held(), HTD);

        await().until(() -> choRay.heard().size() == 1);
    }

    @Test
    void aClosedRelationBeatsAnOlderEventAlsoForOneWhoCatchesUp() {
        var offer = story.offer(1, HTD);
        var before = listen("doctor", "htd-hcmc");
        var resumeFrom = before.lastId();
        announcer.announce(held(), HTD);
        announcer.announce(story.released(1, offer), HTD);
        await().until(() -> before.heard().size() == 2);
        await().until(() -> relations.held(story.transfer(), Set.of(HTD), null).isEmpty());

        var again = listen("doctor", "htd-hcmc", resumeFrom);

        await().until(() -> !again.heard().isEmpty());
        assertThat(again.events()).containsExactly("placement.offer-released");
    }

    @Test
    void whatAUnitMustAnswerIsHeardThereToo() {
        var reader = listen("doctor", "htd-hcmc");

        announcer.announce(held(), HTD);

        await().until(() -> reader.alertsOf(story.transfer()).contains("alert.obligation-opened"));
    }

    private Listening whoHeardOfTheHold() {
        var reader = listen("doctor", "htd-hcmc");
        announcer.announce(held(), HTD);
        await().until(() -> reader.heard().size() == 1);
        return reader;
    }

    @Test
    void aReaderWhoWasAwayMissesNothing() {
        var first = whoHeardOfTheHold();
        first.close();

        announcer.announce(story.confirmed(1, story.offer(1, HTD)), HTD);
        announcer.announce(story.departed(1), HTD);

        var second = listen("doctor", "htd-hcmc", first.lastId());
        await().until(() -> second.heard().size() == 2);
        assertThat(second.events())
                .as("between topics there is no order")
                .containsExactlyInAnyOrder("placement.slot-confirmed", "transfer.departed");
    }

    @Test
    void whenTheTailMissedSomethingEverybodyReadsAnew() {
        var first = whoHeardOfTheHold();

        stream.missed();
        await().until(first::over);

        var second = listen("doctor", "htd-hcmc", first.lastId());
        await().until(() -> !second.heard().isEmpty());
        assertThat(second.events()).containsExactly("resync");
    }

    @Test
    void aReaderOfAnotherProcessIsToldOnceToReadAnew() {
        var reader = listen("doctor", "htd-hcmc", "0193b0c8-0000-7000-8000-000000000001-17");

        announcer.announce(held(), HTD);

        await().until(() -> reader.heard().size() == 2);
        assertThat(reader.events()).containsExactly("resync", "placement.slot-held");
    }

    @Test
    void theFourthStreamOfAPersonDisplacesTheOldest() {
        var first = listen("nurse", "htd-hcmc");
        listen("nurse", "htd-hcmc");
        listen("nurse", "htd-hcmc");
        var fourth = listen("nurse", "htd-hcmc");

        await().until(first::over);
        assertThat(first.events()).containsExactly("displaced");
        announcer.announce(held(), HTD);
        await().until(() -> fourth.heard().size() == 1);
    }

    @Test
    void itEndsWhenTheTokenExpires() {
        var reader = letInForAWhile();

        await().until(reader::over);
        assertThat(reader.events()).containsExactly("token-expired");
    }

    /** A slow machine may not let anybody in before a short token has expired: then by a longer. */
    private Listening letInForAWhile() {
        Listening reader;
        var lasts = Duration.ofSeconds(3);
        do {
            var token =
                    TestTokens.lasting(
                            lasts,
                            "short@htd-hcmc",
                            TestTokens.membership("htd-hcmc", List.of("doctor"), null, null));
            reader = Listening.open(url, token, null);
            open.add(reader);
            lasts = lasts.multipliedBy(2);
        } while (reader.status() == 401 && lasts.compareTo(SOON) < 0);
        return reader;
    }

    @Test
    void whatIsAboutAUnitConcernsNoTransfer() {
        var coordinator = listen("coordinator", "soyte-hcm");
        stream.on(List.of(aboutAUnit(1)));
        await().until(() -> unitsHeard(coordinator) == 1);

        var htd = listen("doctor", "htd-hcmc");
        stream.on(List.of(aboutAUnit(2)));
        await().until(() -> unitsHeard(htd) == 1);
        var last = htd.lastId();
        htd.close();
        stream.on(List.of(aboutAUnit(3)));

        var again = listen("doctor", "htd-hcmc", last);
        await().until(() -> unitsHeard(again) == 1);
    }

    private static TailedEvent aboutAUnit(int sequence) {
        return new TailedEvent(
                UUID.randomUUID(),
                "vn.lienvien.capacity.unit-reported.v1",
                "htd-hcmc.live-stream-it",
                sequence,
                Instant.now(),
                Set.of(HTD),
                null);
    }

    private static long unitsHeard(Listening reader) {
        return reader.heard().stream()
                .filter(each -> each.data().contains("htd-hcmc.live-stream-it"))
                .count();
    }

    @Test
    void nobodyListensWithoutAToken() {
        assertThat(Listening.open(url, "x", null).status()).isEqualTo(401);
        assertThat(Listening.open(url, TestTokens.as("admin", "lienvien"), null).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "jwt", "authorization"})
    void aTokenInTheAddressIsNoToken(String parameter) {
        given().queryParam(parameter, TestTokens.as("doctor", "htd-hcmc"))
                .get("/api/v1/stream")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "x-1", "%s", "%s-", "%s-999999999", "%s--1", "%s-1e9"})
    void aPlaceThatNeverWasIsToldToReadAnew(String place) {
        var here = listen("doctor", "htd-hcmc").lastId();
        var start = here.substring(0, here.lastIndexOf('-'));

        var reader = listen("doctor", "htd-hcmc", place.formatted(start));

        await().until(() -> reader.events().contains("resync"));
    }

    private SlotHeldV1 held() {
        return story.held(1, story.offer(1, HTD));
    }

    private Listening listen(String role, String organisation) {
        return listen(role, organisation, null);
    }

    private Listening listen(String role, String organisation, String last) {
        var reader = Listening.open(url, TestTokens.as(role, organisation), last);
        open.add(reader);
        await().until(() -> !reader.lastId().isEmpty());
        return reader;
    }
}
