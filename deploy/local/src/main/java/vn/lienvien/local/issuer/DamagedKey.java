package vn.lienvien.local.issuer;

import java.nio.file.Path;

/** The file is there and holds no key to sign with; a new one would end every token. */
public final class DamagedKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    DamagedKey(Path file, Throwable cause) {
        super("the issuer's key in " + file + " is damaged", cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
