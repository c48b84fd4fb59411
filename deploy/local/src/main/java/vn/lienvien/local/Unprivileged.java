package vn.lienvien.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, and as a user without a name. In a user namespace of its own
 * it sees another user and keeps our rights to the files; where namespaces are forbidden (many
 * containers) it becomes "nobody".
 */
final class Unprivileged {
    private static final Set<String> REFUSED = Set.of("root", "?");
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private Unprivileged() {}

    /** What to put before a command that this user may not run; nothing for an ordinary one. */
    static List<String> prefix(Path owned) throws IOException {
        if (!REFUSED.contains(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works(NAMESPACE, "true")) {
            return NAMESPACE;
        }
        return asNobody(owned);
    }

    private static List<String> asNobody(Path owned) throws IOException {
        UserPrincipal nobody =
                owned.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
        try (Stream<Path> files = Files.walk(owned)) {
            for (Path file : files.toList()) {
                if (!nobody.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
                    Files.setOwner(file, nobody);
                }
            }
        }
        if (!works(NOBODY, "test", "-w", owned.toString())) {
            throw new PartFailed(
                    """
                    PostgreSQL does not run as root, user namespaces are not allowed here, and the \
                    user "nobody" cannot reach %s.
                    Start as an ordinary user, or give a state folder that others may enter: \
                    --state /var/lib/lienvien"""
                            .formatted(owned));
        }
        return NOBODY;
    }

    private static boolean works(List<String> prefix, String... command) {
        try {
            return new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
