package vn.lienvien.simulation;

import java.util.stream.Collectors;
import vn.lienvien.simulation.kernel.Story;

/** A failing run for people: shrunk, and told from the beginning. */
public final class Report {

    private static final int LAST_LINES = 60;

    private Report() {}

    public static String of(Bug bug, Campaign.Result result) {
        var playing = new Playing(bug);
        var broken = result.broken().orElseThrow();
        var shrunk =
                broken.invariant() == Invariant.I13
                        ? result.schedule()
                        : new Shrinking(playing).shrink(result.schedule(), broken);
        var told = playing.tell(shrunk);
        var now = told.broken().orElse(broken);
        var lines = told.story();
        return """
        seed=%d steps=%d: %s is broken at step %d
        %s: %s
        %s%s
        shrunk to %d steps; %d lines, the last of them:
        %s
        """
                .formatted(
                        result.schedule().seed(),
                        result.schedule().steps().size(),
                        broken.invariant(),
                        broken.step(),
                        now.invariant(),
                        now.invariant().says(),
                        now.about() == null ? "" : now.about() + ": ",
                        now.message(),
                        shrunk.steps().size(),
                        lines.size(),
                        lines.stream()
                                .skip(Math.max(0, lines.size() - LAST_LINES))
                                .map(Report::line)
                                .collect(Collectors.joining("\n")));
    }

    private static String line(Story.Line line) {
        return "%4d  %s  %-18s %s"
                .formatted(
                        line.step(),
                        line.at(),
                        line.about() == null ? "" : line.about(),
                        line.text());
    }
}
