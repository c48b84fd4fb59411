package vn.lienvien.local.demo;

import java.io.PrintStream;

/** Plain aligned text; colours only where somebody looks, and never when NO_COLOR is set. */
final class Terminal {

    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;

    @SuppressWarnings("SystemConsoleNull") // it is null again on JDK 25, as it was before 22
    Terminal(PrintStream out) {
        this.out = out;
        var console = System.console();
        colours = console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }

    void line(String text) {
        out.println(text);
    }

    void gap() {
        out.println();
    }

    String bold(String text) {
        return painted("\u001b[1m", text);
    }

    String dim(String text) {
        return painted("\u001b[2m", text);
    }

    String event(String text) {
        return painted("\u001b[36m", text);
    }

    String alarm(String text) {
        return painted("\u001b[31m", text);
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }
}
