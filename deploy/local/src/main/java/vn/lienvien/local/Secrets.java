package vn.lienvien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import vn.lienvien.local.secret.PrivateFile;

/** Random secrets of this machine's stack, made once and readable by its owner only. */
record Secrets(Path folder) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    static Secrets in(Path folder) {
        return new Secrets(folder);
    }

    /** 32 random bytes in base64. */
    String get(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                if (!whole(file)) {
                    throw new PartFailed(file + " holds no secret; restore it from a backup");
                }
                return Files.readString(file).strip();
            }
            byte[] bytes = new byte[LENGTH];
            RANDOM.nextBytes(bytes);
            String secret = Base64.getEncoder().encodeToString(bytes);
            PrivateFile.write(file, secret);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file would be a password that everybody knows. */
    static boolean whole(Path file) throws IOException {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip()).length == LENGTH;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
