package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import vn.lienvien.local.issuer.DamagedKey;
import vn.lienvien.local.issuer.Issuer;

/**
 * The folder that keeps everything between runs. It is looked over before anything starts on it,
 * and one stack at a time has it.
 */
final class StateFolder implements AutoCloseable {
    private static final String FORMAT = "1";
    private static final String POSTGRES = "18";

    private final Path folder;
    private final FileChannel lockFile;

    private StateFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static StateFolder claim(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new PartFailed(folder + " is a file; give a folder: --state <folder>");
        }
        try {
            Files.createDirectories(folder);
            return lookedOver(new StateFolder(folder, lock(folder)));
        } catch (IOException e) {
            throw new PartFailed(
                    "the state folder %s cannot be used (%s); give another: --state <folder>"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Secrets secrets() {
        return Secrets.in(path("secrets"));
    }

    Issuer issuer() {
        try {
            return Issuer.keptIn(path("secrets"));
        } catch (DamagedKey e) {
            throw damaged(e.file(), "holds a damaged key of the token issuer");
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!locked(channel)) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new PartFailed(
                    """
                    LienVien already runs on %s (process %s).
                    Stop it with Ctrl-C there, or start a second one with --state <folder> and \
                    --port <port>"""
                            .formatted(folder, holder));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StateFolder lookedOver(StateFolder claimed) throws IOException {
        try {
            claimed.lookOver();
            return claimed;
        } catch (IOException | PartFailed e) {
            claimed.close();
            throw e;
        }
    }

    private void lookOver() throws IOException {
        Path format = path("format");
        // Empty: the first start found the disk full, or was cut off.
        if (Files.notExists(format) || Files.size(format) == 0) {
            Files.writeString(format, FORMAT);
        }
        expect(format, FORMAT, "was made by another version of LienVien");
        Path data = path("postgres/data");
        if (Files.exists(data)) {
            expect(data.resolve("PG_VERSION"), POSTGRES, "holds a damaged or foreign database");
            present(data.resolve("global/pg_control"), "holds a damaged database");
            present(path("postgres/superuser.password"), "has lost its database password");
        }
        lookOverSecrets(Files.exists(data));
        Path records = path("kafka/logs");
        if (Folders.hasFiles(records)) {
            present(records.resolve("meta.properties"), "holds a damaged Kafka log");
        }
    }

    private void lookOverSecrets(boolean databases) throws IOException {
        whole(path("postgres/superuser.password"));
        Path secrets = path("secrets");
        if (Folders.hasFiles(secrets)) {
            try (Stream<Path> kept = Files.list(secrets)) {
                for (Path secret : kept.filter(StateFolder::isSecret).sorted().toList()) {
                    whole(secret);
                }
            }
        }
        if (databases && Files.exists(secrets.resolve("transfer-owner.password"))) {
            // A new key would read no identity that was written under the old one.
            present(secrets.resolve("identity-master.key"), "has lost the key of the identities");
            present(secrets.resolve("identity-lookup.key"), "has lost the key of the identities");
        }
    }

    private static boolean isSecret(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".password") || name.endsWith(".key");
    }

    private void whole(Path secret) throws IOException {
        if (Files.exists(secret) && !Secrets.whole(secret)) {
            throw damaged(secret, "holds a damaged secret");
        }
    }

    private void expect(Path file, String content, String otherwise) throws IOException {
        if (Files.notExists(file) || !Files.readString(file).strip().equals(content)) {
            throw damaged(file, otherwise);
        }
    }

    private void present(Path file, String otherwise) {
        if (Files.notExists(file)) {
            throw damaged(file, otherwise);
        }
    }

    private PartFailed damaged(Path file, String what) {
        return new PartFailed(
                """
                The state folder %s %s: see %s.
                Restore it from a backup, or keep it aside and start afresh: mv %s %s.damaged"""
                        .formatted(folder, what, folder.relativize(file), folder, folder));
    }
}
