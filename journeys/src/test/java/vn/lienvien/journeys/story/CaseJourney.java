package vn.lienvien.journeys.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienvien.events.Topic.PLACEMENT;
import static vn.lienvien.events.Topic.TRANSFER;
import static vn.lienvien.journeys.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.journeys.Picture;
import vn.lienvien.journeys.RunningSystem;
import vn.lienvien.journeys.World;
import vn.lienvien.local.client.Hospital;
import vn.lienvien.local.client.TransferState;
import vn.lienvien.local.demo.Performance;

/** The published cases as the demo tells them, each from request to handover, with their times. */
@ExtendWith(RunningSystem.class)
class CaseJourney {

    private static final List<String> ASKED_AND_TAKEN =
            List.of("offer-opened", "slot-confirmed", "slot-occupied");

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.argumentSet("C01, the demo's own", "C01", "htd-hcmc", "AT_BEDSIDE"),
                Arguments.argumentSet(
                        "C02, brokered; the team cannulates", "C02", "cho-ray", "CANNULATED"),
                Arguments.argumentSet("C03, planned", "C03", "cho-ray", "AT_BEDSIDE"),
                Arguments.argumentSet("C05, cardiogenic shock", "C05", "bach-mai", "CANNULATED"),
                Arguments.argumentSet("C08, after a caesarean", "C08", "mh-175", "CANNULATED"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsWithAHandoverAtTheHospitalThatTookIt(
            String name, String to, String team, World world) {
        var receiver = world.hospital(to);
        world.open(receiver.adultUnit(), 2);

        var told = new ByteArrayOutputStream();
        var transfer =
                new Performance(
                                world.lienVien(),
                                world.bootstrap(),
                                new PrintStream(told, true, StandardCharsets.UTF_8))
                        .play(name, 0);

        eventually(() -> assertThat(world.picture(transfer)).isEqualTo(expected(receiver, team)));
        assertThat(world.told(transfer, PLACEMENT)).containsSubsequence(ASKED_AND_TAKEN);
        assertThat(world.told(transfer, TRANSFER))
                .startsWith("requested")
                .endsWith("ready", "departed", "arrived", "handed-over");
        assertThat(world.coordinator().timeline(transfer).stageTimes())
                .noneMatch(stage -> stage.fault());
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("transfer.handed-over #");
    }

    private static Picture expected(Hospital receiver, String team) {
        return Picture.in(TransferState.HANDED_OVER)
                .to(receiver.code())
                .team(team, receiver.code());
    }
}
