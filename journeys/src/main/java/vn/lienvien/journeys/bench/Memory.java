package vn.lienvien.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Proportional set size: shared pages count once, so that the parts add up to the whole. */
final class Memory {

    private Memory() {}

    /** Of a process and everything it started, in MiB. */
    static long mebibytes(long pid) {
        return ProcessHandle.of(pid)
                        .map(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .orElse(Stream.empty())
                        .mapToLong(Memory::kibibytes)
                        .sum()
                / 1024;
    }

    private static long kibibytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("no memory map of process " + process.pid(), e);
        }
    }
}
