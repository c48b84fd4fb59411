package vn.lienvien.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienvien.events.PlacementEvent;
import vn.lienvien.events.TransferEvent;
import vn.lienvien.transfer.journey.domain.Automation;
import vn.lienvien.transfer.journey.domain.BrokenBecause;
import vn.lienvien.transfer.journey.domain.Contradiction;
import vn.lienvien.transfer.journey.domain.EndKind;
import vn.lienvien.transfer.journey.domain.PatientOutcome;
import vn.lienvien.transfer.journey.domain.SoughtBecause;
import vn.lienvien.transfer.journey.domain.TeamState;

/** Words that must agree: both languages, the documents, the contract. */
class WordsTest {

    @Test
    void bothLanguagesSayEverything() throws IOException {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    @Test
    void everyProblemHasItsParagraph() throws IOException {
        var page = Files.readString(Path.of("../docs/problems/transfer-service.md"));

        assertThat(
                        keys("en").stream()
                                .filter(key -> key.endsWith(".title"))
                                .map(key -> "## " + key.replace(".title", "") + "\n"))
                .allSatisfy(heading -> assertThat(page).contains(heading));
    }

    /** Each of ours has a namesake in the contract, by which the adapter maps. */
    record Namesakes(Class<? extends Enum<?>> ours, Class<? extends Enum<?>> theirs) {}

    @ParameterizedTest
    @MethodSource("namesakes")
    void ourWordsAreThoseOfTheContract(Namesakes pair) {
        assertThat(names(pair.theirs())).containsAll(names(pair.ours()));
    }

    static Stream<Namesakes> namesakes() {
        return Stream.of(
                new Namesakes(EndKind.class, TransferEvent.EndKind.class),
                new Namesakes(PatientOutcome.class, TransferEvent.Outcome.class),
                new Namesakes(SoughtBecause.class, TransferEvent.SoughtBecause.class),
                new Namesakes(BrokenBecause.class, TransferEvent.BrokenBecause.class),
                same("AgeGroup"),
                same("EcmoMode"),
                same("EcmoStatus"),
                same("Finding"),
                same("OfferKind"),
                same("Routing"),
                same("Specialty"),
                same("Urgency"));
    }

    /** One is not told, and the other has an event of its own. */
    @Test
    void everyContradictionThatIsToldIsOneOfTheContract() {
        var told = EnumSet.allOf(Contradiction.class);
        told.removeAll(Set.of(Contradiction.UNUSUAL_READING, Contradiction.CIRCUIT_STOPPED));

        assertThat(names(TransferEvent.Contradiction.class))
                .containsExactlyInAnyOrderElementsOf(told.stream().map(Enum::name).toList());
    }

    @Test
    void everyReasonToPauseIsOneOfOurs() {
        assertThat(names(Automation.class)).containsAll(names(PlacementEvent.PausedBecause.class));
        assertThat(names(TeamState.class)).containsAll(names(TransferEvent.TeamMilestone.class));
    }

    private static Namesakes same(String name) {
        return new Namesakes(
                type("vn.lienvien.transfer.journey.domain." + name),
                type("vn.lienvien.events." + name));
    }

    @SuppressWarnings("unchecked") // named above
    private static Class<? extends Enum<?>> type(String name) {
        try {
            return (Class<? extends Enum<?>>) Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toList());
    }

    private static Set<String> keys(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                WordsTest.class.getResourceAsStream(
                        "/messages/transfer_" + language + ".properties")) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
