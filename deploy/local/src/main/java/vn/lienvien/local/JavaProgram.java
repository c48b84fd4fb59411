package vn.lienvien.local;

import java.nio.file.Path;

/** The JVM that runs us runs our parts too. */
final class JavaProgram {
    private JavaProgram() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
