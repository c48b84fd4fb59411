package vn.lienvien.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Where a part of the test stack keeps its data while the test runs. */
record TestFolder(Path path) {

    static TestFolder of(String part) {
        try {
            return new TestFolder(Files.createTempDirectory("lienvien-test-" + part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run leaves some 50 MB for each part; nobody looks at them again. */
    void remove() {
        try {
            Files.walkFileTree(path, new Removing());
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // what a dying process still writes fails no test
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
