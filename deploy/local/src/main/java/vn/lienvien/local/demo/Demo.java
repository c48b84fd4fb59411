package vn.lienvien.local.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.Patience;
import vn.lienvien.local.client.Person;
import vn.lienvien.local.client.Timeline;
import vn.lienvien.local.client.TopicReader;
import vn.lienvien.local.client.Transfer;

/** {@code ./lienvien demo}: plays a real case against the running system, as its parties. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Plays a published case against the running system; the people in it are invented.")
public final class Demo implements Callable<Integer> {

    private static final Duration EVERYTHING_RECORDED_WITHIN = Duration.ofSeconds(20);

    @Option(
            names = "--case",
            paramLabel = "<name>",
            description = "C01 (default), search, C06, C02, C03, C05, C08 or all")
    private String caseName = "C01";

    @Option(
            names = "--real-time-factor",
            paramLabel = "<n>",
            description =
                    "the story's time runs n times as fast as ours; default: as fast as the system answers")
    private double realTimeFactor;

    @Option(names = "--url", description = "the running system (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--kafka", description = "its broker (default: ${DEFAULT-VALUE})")
    private String kafka = "127.0.0.1:9092";

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() {
        var stories = caseName.equals("all") ? Stories.ALL : List.of(Stories.named(caseName));
        stories.forEach(this::play);
        return 0;
    }

    private void play(Story story) {
        var terminal = new Terminal(System.out);
        var system = LienVien.at(url).patient(Duration.ofSeconds(30));
        var coordinator = system.person("coordinator", "soyte-hcm");
        title(story, terminal);
        try (var stream = coordinator.follows()) {
            var clock = new Clock(realTimeFactor, story.lasts(), Instant.now());
            var teller = new Teller(system, stream, clock, terminal);
            story.tell(teller);
            end(teller.transfer(), coordinator, new Ending(terminal));
        }
    }

    private static void title(Story story, Terminal terminal) {
        terminal.gap();
        terminal.line(terminal.bold(story.name() + "  " + story.title().vi()));
        terminal.line(story.title().en());
        terminal.line(
                terminal.dim("Người trong chuyện là hư cấu. / The people in it are invented."));
        terminal.gap();
    }

    private void end(Transfer transfer, Person coordinator, Ending ending) {
        ending.timeline(wholeTimeline(transfer, coordinator));
        ending.topics(new TopicReader(kafka).about(transfer.id()));
    }

    /** The last placement event reaches transfer-service a moment after the last fact. */
    private static Timeline wholeTimeline(Transfer transfer, Person coordinator) {
        return Patience.until(
                EVERYTHING_RECORDED_WITHIN,
                "the timeline of " + transfer.caseCode(),
                () ->
                        Optional.of(coordinator.timeline(transfer))
                                .filter(t -> !t.items().isEmpty()));
    }
}
