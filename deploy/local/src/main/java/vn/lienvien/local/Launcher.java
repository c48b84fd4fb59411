package vn.lienvien.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.lienvien.local.client.Unanswered;
import vn.lienvien.local.demo.Demo;

/** What {@code ./lienvien} runs: one command a word, refusals in plain words. */
@Command(
        name = "lienvien",
        description = "LienVien on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Demo.class})
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        quietLibraries();
        CommandLine commands = new CommandLine(new Launcher());
        commands.getSubcommands().get("demo").setDefaultValueProvider(new RunningStackDefaults());
        commands.setExecutionExceptionHandler(Launcher::explain);
        System.exit(commands.execute(arguments));
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof PartFailed) {
            System.err.println("\n" + failure.getMessage());
        } else if (failure instanceof Unanswered) {
            System.err.println(
                    "\n" + failure.getMessage() + "\nIs it running? ./lienvien up starts it.");
        } else {
            failure.printStackTrace(System.err);
        }
        return 1;
    }

    private static void quietLibraries() {
        try (InputStream settings = Launcher.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
