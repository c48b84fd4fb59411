package vn.lienvien.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Ports that are given away but may not be bound yet, as locked bytes of a file that all launchers
 * and tests of this machine share. The system frees them when a process ends, however it ends.
 */
final class PortLocks {
    private final FileChannel file;

    private PortLocks(FileChannel file) {
        this.file = file;
    }

    /** Where no such file can be, each process knows its own ports only. */
    static PortLocks in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new PortLocks(
                    FileChannel.open(
                            folder.resolve("ports.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE));
        } catch (IOException e) {
            return new PortLocks(null);
        }
    }

    /** From now on ours until this process ends; false when it is another's. */
    boolean take(int port) {
        try {
            return file == null || file.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
