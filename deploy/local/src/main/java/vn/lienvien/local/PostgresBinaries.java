package vn.lienvien.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own binaries, unpacked once from the jar. Two processes may come at the same moment:
 * the second waits on the file lock, and a folder that exists under its final name is complete.
 */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, {@code lib/} and {@code share/}. */
    static synchronized Path unpackedIn(Path cache) {
        try {
            Path home = cache.resolve("postgres-" + fingerprint());
            if (Files.isDirectory(home)) {
                return home;
            }
            Files.createDirectories(cache);
            try (FileChannel channel =
                            FileChannel.open(
                                    cache.resolve("unpack.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(home)) {
                    Path unfinished = Files.createTempDirectory(cache, "unpacking-");
                    Files.setPosixFilePermissions(
                            unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                    unpack(unfinished);
                    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + cache, e);
        }
    }

    private static URL archive() {
        URL found = PostgresBinaries.class.getResource(ARCHIVE);
        if (found == null) {
            throw new PartFailed("the PostgreSQL binaries are not on the class path");
        }
        return found;
    }

    private static String fingerprint() throws IOException {
        JarURLConnection connection = (JarURLConnection) archive().openConnection();
        connection.setUseCaches(false);
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive().openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive reaches outside: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
