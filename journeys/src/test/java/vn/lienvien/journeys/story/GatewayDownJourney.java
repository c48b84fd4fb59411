package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.journeys.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienvien.journeys.Outside;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Filing;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.Transfer;

/**
 * The SMS gateway is down in the night: a ward without a roster of its own, known by a duty phone
 * and a mailbox, learns by mail that its patient has a bed.
 */
@ExtendWith(RunningSystem.class)
class GatewayDownJourney {

    private static final String MAILBOX = "hoi-suc@trung-vuong.invalid";

    private Hospital asking;
    private Hospital asked;

    @BeforeEach
    void theDutyPhoneAndTheMailboxAreKnown(World world) {
        asking = world.hospital("trung-vuong");
        asked = world.hospital("cho-ray");
        world.openOnly(1, asked.adultUnit());
        world.coordinator()
                .puts(
                        "/api/v1/contacts/trung-vuong/REFERRER",
                        Map.of("phone", "0903 123 456", "email", MAILBOX, "language", "vi"))
                .orThrow();
    }

    @AfterEach
    void theGatewayWorks(Outside outside) {
        outside.gateway().down(false);
    }

    @Test
    void theMailArrivesAndTheCoordinatorSeesWhy(World world, Outside outside) {
        outside.gateway().down(true);

        var transfer = asking.referrer().files(world.search(asked));
        asked.doctor().confirms(transfer);

        eventually(() -> assertThat(mails(outside, transfer)).hasSize(1));
        assertThat(mails(outside, transfer).getFirst())
                .startsWith("[LienVien] U2 " + transfer.caseCode() + ": đã có nơi tiếp nhận")
                .contains("Từ: trung-vuong", "Trước: ", "Mở: http")
                .doesNotContain(Filing.canaries());
        eventually(
                () -> {
                    assertThat(each("state", "email", world, transfer)).containsOnly("SENT");
                    assertThat(each("reason", "sms", world, transfer))
                            .isNotEmpty()
                            .isSubsetOf("http-503", "channel-unwell");
                    assertThat(each("state", "sms", world, transfer)).containsOnly("PASSED_ON");
                });
    }

    private static List<String> mails(Outside outside, Transfer transfer) {
        return outside.mailsTo(MAILBOX).stream()
                .filter(text -> text.contains(transfer.caseCode() + ": đã có nơi tiếp nhận"))
                .toList();
    }

    /** Of every message by that channel about the bed that was found. */
    private static List<String> each(String field, String channel, World world, Transfer transfer) {
        return deliveries(world, transfer).stream()
                .filter(message -> message.path("channel").asText().equals(channel))
                .map(message -> message.path(field).asText())
                .toList();
    }

    /** What a coordinator sees who asks whether the ward was reached. */
    private static List<JsonNode> deliveries(World world, Transfer transfer) {
        var coordinator = world.coordinator();
        return coordinator
                .get("/api/v1/obligations?state=all&transfer=" + transfer.id())
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asText().equals("KNOW_ACCEPTED"))
                .map(item -> "/api/v1/obligations/" + item.path("id").asText() + "/deliveries")
                .flatMap(path -> coordinator.get(path).valueStream())
                .toList();
    }
}
