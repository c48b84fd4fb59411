package vn.lienvien.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import vn.lienvien.events.OrganisationCode;
import vn.lienvien.events.Urgency;
import vn.lienvien.kit.test.ApiContract;
import vn.lienvien.kit.test.ApiSweep;
import vn.lienvien.kit.test.OwnerConnection;
import vn.lienvien.kit.test.PostgresResource;
import vn.lienvien.kit.test.TestTokens;
import vn.lienvien.notification.channel.ChannelSettings;
import vn.lienvien.notification.channel.push.TestBrowser;
import vn.lienvien.notification.obligation.Story;
import vn.lienvien.notification.obligation.Telling;
import vn.lienvien.notification.roster.sheet.Workbooks;

/** Whom each operation is for, and that none of them is moved by anything else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ChannelSettings.class)
class ApiTest extends ApiContract {

    private static final String HOUSE = "api-house";
    private static final String UNIT = HOUSE + ".icu-adult";

    /**
     * The sender's; doctor, nurse and information system of the hospital that must answer; people
     * of one that need not; those who watch over all. A gateway brings no token: its receipts are
     * open, and nothing else is.
     */
    private static final String TABLE =
            """
                                                                      origin doctor nurse system stranger team coordinator authority admin
            GET    /api/v1/obligations                                     +   +   +   r   +   +   +   +   r
            GET    /api/v1/obligations/{id}                                +   +   +   r   -   -   +   -   r
            POST   /api/v1/obligations/{id}/acknowledgement                r   +   r   r   -   -   r   -   r
            POST   /api/v1/obligations/{id}/call                           +   +   +   r   -   -   +   -   r
            POST   /api/v1/obligations/{id}/snooze                         r   +   r   r   -   -   r   -   r
            POST   /api/v1/obligations/{id}/hand-on                        r   +   r   r   -   -   r   -   r
            GET    /api/v1/obligations/{obligation}/deliveries             r   r   r   r   r   r   +   r   -
            GET    /api/v1/channels                                        r   r   r   r   r   r   +   r   +
            GET    /api/v1/channels/sms/receipts/{reference}/{proof}       open
            POST   /api/v1/channels/sms/receipts/{reference}/{proof}       open
            GET    /api/v1/push-subscriptions/key                          +   +   +   +   +   +   +   +   +
            POST   /api/v1/push-subscriptions                              +   +   +   +   +   +   +   +   +
            DELETE /api/v1/push-subscriptions/{id}                         -   +   -   -   -   -   -   -   -
            GET    /api/v1/hotlines/{organisation}                         +   +   +   +   +   +   +   +   +
            GET    /api/v1/hotlines/directory.csv                          +   +   +   +   +   +   +   +   +
            PUT    /api/v1/hotlines/{organisation}                         r   +   r   r   r   r   r   r   r
            GET    /api/v1/contacts/{organisation}                         r   r   r   r   r   r   +   r   -
            PUT    /api/v1/contacts/{organisation}/{role}                  r   r   r   r   r   r   +   r   -
            GET    /api/v1/rosters/gaps                                    +   +   +   +   +   +   +   +   +
            GET    /api/v1/rosters/{place}                                 -   +   +   +   -   -   +   -   -
            GET    /api/v1/rosters/{place}.ics                             -   +   +   +   -   -   +   -   -
            GET    /api/v1/rosters/{place}/template.xlsx                   -   +   +   +   -   -   +   -   -
            GET    /api/v1/rosters/{place}/weeks/{week}                    -   +   +   +   -   -   +   -   -
            GET    /api/v1/rosters/{place}/weeks/{week}.xlsx               -   +   +   +   -   -   +   -   -
            POST   /api/v1/rosters/{place}/previews                        -   +   r   r   -   -   r   -   -
            POST   /api/v1/rosters/{place}/imports                         -   ?   r   r   -   -   r   -   -
            GET    /api/v1/stream                                          +   +   +   r   +   +   +   +   r
            GET    /api/v1/operations/{service}/parked                     r   r   r   r   r   r   +   r   +
            POST   /api/v1/operations/{service}/parked/retry               r   r   r   r   r   r   ?   r   ?
            POST   /api/v1/operations/{service}/parked/{id}/discard        r   r   r   r   r   r   ?   r   ?
            GET    /api/v1/operations/{service}/audit                      r   r   r   r   r   r   r   r   +
            POST   /api/v1/operations/{service}/republish                  r   r   r   r   r   r   r   r   +
            """;

    @Inject Telling telling;

    @Override
    protected ApiSweep api() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("origin", TestTokens.as("referrer", "soc-trang-covid"));
        callers.put("doctor", TestTokens.as("doctor", HOUSE));
        callers.put("nurse", TestTokens.as("nurse", HOUSE));
        callers.put("system", TestTokens.as("system", HOUSE));
        callers.put("stranger", TestTokens.as("doctor", "cho-ray"));
        callers.put("team", TestTokens.as("team", "cho-ray"));
        callers.put("coordinator", TestTokens.as("coordinator", "soyte-hcm"));
        callers.put("authority", TestTokens.as("authority", "byt"));
        callers.put("admin", TestTokens.as("admin", "lienvien"));
        return ApiSweep.of(callers, TABLE, this::oneOfEach);
    }

    /** Nobody is to be told of later tests' stories. */
    @AfterEach
    void noBrowserIsLeft() {
        OwnerConnection.run(
                "delete from push_subscription where endpoint like '%lienvien.example%'");
    }

    /** An obligation of the house, its week's roster, and a browser of its doctor. */
    private Map<String, String> oneOfEach() {
        var story = new Story(UUID.randomUUID(), Urgency.U2);
        telling.tell(story.requested(), story.held(1, story.offer(1, new OrganisationCode(HOUSE))));
        var obligation =
                OwnerConnection.value(
                        "select id from obligation where subject = '%s' and organisation = '%s'"
                                .formatted(story.transfer(), HOUSE));
        // what is still to be sent, or sent once more, would change beside the sweep
        OwnerConnection.run(
                "delete from delivery where state in ('DUE', 'STANDBY') and obligation_id in (select id from obligation where subject = '%s')"
                        .formatted(story.transfer()));
        String preview =
                sent(
                        "text/csv",
                        Workbooks.usual(),
                        "/api/v1/rosters/" + UNIT + "/previews",
                        "preview");
        sent(
                "application/json",
                "{\"preview\":\"%s\"}".formatted(preview),
                "/api/v1/rosters/" + UNIT + "/imports",
                "place");
        return Map.of(
                "{id}",
                obligation,
                "{obligation}",
                obligation,
                "push-subscriptions/{id}",
                sent("application/json", browser(), "/api/v1/push-subscriptions", "id"),
                "{organisation}",
                HOUSE,
                "{role}",
                "DOCTOR",
                "{place}",
                UNIT,
                "{week}",
                "2026-11-23",
                "{service}",
                "notification");
    }

    private static String sent(String type, Object body, String path, String wanted) {
        var asking =
                RestAssured.given().auth().oauth2(TestTokens.as("doctor", HOUSE)).contentType(type);
        return (body instanceof byte[] bytes ? asking.body(bytes) : asking.body(body))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(wanted);
    }

    private static String browser() {
        try {
            return new TestBrowser()
                    .subscription("https://push.lienvien.example/" + UUID.randomUUID());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
