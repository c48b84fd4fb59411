package vn.lienvien.local;

import java.nio.file.Path;

/** Where unpacked programs and start-up archives are kept between runs and shared by them. */
final class Caches {
    private Caches() {}

    static Path folder() {
        String base = System.getenv("XDG_CACHE_HOME");
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "lienvien")
                : Path.of(base, "lienvien");
    }
}
