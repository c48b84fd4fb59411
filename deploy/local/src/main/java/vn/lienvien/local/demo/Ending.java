package vn.lienvien.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import vn.lienvien.local.client.Timeline;
import vn.lienvien.local.client.Told;

/** The last page of a story: the timeline, the stage times, and the same told by the topics. */
final class Ending {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM HH:mm").withZone(Teller.VIETNAM);

    private final Terminal terminal;

    Ending(Terminal terminal) {
        this.terminal = terminal;
    }

    void timeline(Timeline timeline) {
        heading("Diễn biến", "Timeline");
        timeline.items().stream().map(Ending::row).forEach(terminal::line);
        terminal.gap();
        heading("Thời gian từng chặng", "Stage times");
        timeline.stageTimes().forEach(this::stage);
        terminal.gap();
    }

    void topics(List<Told> told) {
        heading("Như các topic sự kiện kể lại", "The same, told by the event topics");
        told.stream().map(Told::topic).distinct().sorted().forEach(topic -> topic(topic, told));
    }

    private void topic(String topic, List<Told> told) {
        terminal.line("  %s".formatted(terminal.bold(topic)));
        told.stream()
                .filter(one -> one.topic().equals(topic))
                .map(
                        one ->
                                "  %5s  %s  %s"
                                        .formatted(
                                                "#" + one.sequence(),
                                                moment(one.time()),
                                                one.type()))
                .forEach(line -> terminal.line(terminal.event(line)));
    }

    private static String row(Timeline.Entry entry) {
        var who = Stream.of(entry.role(), entry.organisation()).filter(s -> s != null).toList();
        var flag = entry.flag() == null ? "" : "  ⚠ " + entry.flag();
        return "  %s  %-24s %s%s"
                .formatted(moment(entry.occurredAt()), entry.what(), String.join("@", who), flag);
    }

    private void stage(Timeline.StageTime stage) {
        var text =
                "  %-16s → %-16s %10s".formatted(stage.from(), stage.to(), spoken(stage.seconds()));
        terminal.line(stage.fault() ? terminal.alarm(text + "  fault") : text);
    }

    private void heading(String vi, String en) {
        terminal.line(terminal.bold(vi + " / " + en));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String spoken(Long seconds) {
        if (seconds == null) {
            return "-";
        }
        var time = Duration.ofSeconds(Math.abs(seconds));
        return "%s%dh %02dm %02ds"
                .formatted(
                        seconds < 0 ? "-" : "",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }
}
