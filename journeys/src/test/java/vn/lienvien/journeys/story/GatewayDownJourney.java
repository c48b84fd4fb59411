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

/** The SMS gateway is down in the night: the ward's mailbox hears of the offer instead. */
@ExtendWith(RunningSystem.class)
class GatewayDownJourney {

    private static final String MAILBOX = "hoi-suc@cho-ray.invalid";

    private Hospital asked;

    @BeforeEach
    void theDutyPhoneAndTheMailboxAreKnown(World world) {
        asked = world.hospital("cho-ray");
        world.openOnly(1, asked.adultUnit());
        world.coordinator()
                .puts(
                        "/api/v1/contacts/cho-ray/DOCTOR",
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

        var transfer = world.hospital("trung-vuong").referrer().files(world.search(asked));

        eventually(() -> assertThat(mails(outside, transfer)).hasSize(1));
        assertThat(mails(outside, transfer).getFirst())
                .startsWith("[LienVien] U2 " + transfer.caseCode() + ": trả lời đề nghị tiếp nhận")
                .contains("Từ: trung-vuong", "Trước: ", "Mở: http")
                .doesNotContain(Filing.canaries());
        eventually(
                () -> {
                    assertThat(each("state", "email", world, transfer)).containsOnly("SENT");
                    assertThat(each("reason", "sms", world, transfer))
                            .isNotEmpty()
                            .isSubsetOf("http-503", "channel-unwell");
                    assertThat(each("state", "sms", world, transfer))
                            .as("tried again, or left for the next way")
                            .isSubsetOf("DUE", "PASSED_ON");
                });
    }

    private static List<String> mails(Outside outside, Transfer transfer) {
        return outside.mailsTo(MAILBOX).stream()
                .filter(text -> text.contains(transfer.caseCode()))
                .toList();
    }

    /** Of every message by that channel about the offer. */
    private static List<String> each(String field, String channel, World world, Transfer transfer) {
        return deliveries(world, transfer).stream()
                .filter(message -> message.path("channel").asText().equals(channel))
                .map(message -> message.path(field).asText())
                .toList();
    }

    /** The history of the question that waits for an answer. */
    private static List<JsonNode> deliveries(World world, Transfer transfer) {
        var coordinator = world.coordinator();
        return coordinator
                .get("/api/v1/obligations?state=all&transfer=" + transfer.id())
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asText().equals("ANSWER_OFFER"))
                .map(item -> "/api/v1/obligations/" + item.path("id").asText() + "/deliveries")
                .flatMap(path -> coordinator.get(path).valueStream())
                .toList();
    }
}
