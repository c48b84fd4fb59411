package vn.lienvien.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienvien.local.client.LienVien;

/** {@code ./lienvien demo}: plays a real case against the running system, as its parties. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Plays a published case against the running system; the people in it are invented.")
public final class Demo implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        var performance = new Performance(LienVien.at(url).patient(PATIENCE), kafka, System.out);
        cases().forEach(name -> performance.play(name, realTimeFactor));
        return 0;
    }

    private List<String> cases() {
        return caseName.equals("all")
                ? Stories.ALL.stream().map(Story::name).toList()
                : List.of(caseName);
    }
}
