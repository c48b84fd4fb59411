package vn.lienvien.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienvien.local.client.LienVien;
import vn.lienvien.local.client.Patience;
import vn.lienvien.local.client.Person;
import vn.lienvien.local.client.Timeline;
import vn.lienvien.local.client.TopicReader;
import vn.lienvien.local.client.Transfer;

/** One case played from its title to its last page. */
public final class Performance {

    private static final Duration EVERYTHING_RECORDED_WITHIN = Duration.ofSeconds(20);

    private final LienVien system;
    private final TopicReader topics;
    private final Terminal terminal;

    public Performance(LienVien system, String bootstrapServers, PrintStream out) {
        this.system = system;
        topics = new TopicReader(bootstrapServers);
        terminal = new Terminal(out);
    }

    /**
     * @param realTimeFactor how many times as fast as ours the story's time runs; 0: as fast as the
     *     system answers
     */
    public Transfer play(String caseName, double realTimeFactor) {
        var story = Stories.named(caseName);
        var coordinator = system.person("coordinator", "soyte-hcm");
        title(story);
        try (var stream = coordinator.follows()) {
            var clock = new Clock(realTimeFactor, story.lasts(), Instant.now());
            var teller = new Teller(system, stream, clock, terminal);
            story.tell(teller);
            end(teller.transfer(), coordinator);
            return teller.transfer();
        }
    }

    private void title(Story story) {
        terminal.gap();
        terminal.line(terminal.bold(story.name() + "  " + story.title().vi()));
        terminal.line(story.title().en());
        terminal.line(
                terminal.dim("Người trong chuyện là hư cấu. / The people in it are invented."));
        terminal.gap();
    }

    private void end(Transfer transfer, Person coordinator) {
        var ending = new Ending(terminal);
        ending.timeline(wholeTimeline(transfer, coordinator));
        ending.topics(topics.about(transfer.id()));
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
