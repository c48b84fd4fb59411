package vn.lienvien.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a JVM of ours begins: the program that runs us too, with or without a start-up archive. */
record JavaStart(List<String> command) {

    /** With the archive, if it has been made. */
    static JavaStart with(AotCache cache) {
        return of(List.of(), cache.flags());
    }

    /** To write the archive, behind everything else that wants the processor. */
    static JavaStart training(AotCache cache) {
        return of(List.of("nice", "-n", "19"), cache.trainingFlags());
    }

    private static JavaStart of(List<String> before, List<String> flags) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return new JavaStart(List.copyOf(command));
    }
}
