package vn.lienvien.bed.capacity.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Stored previews; each belongs to the one who made it. */
public interface Previews {

    /** What the lines of a file are about. */
    enum Kind {
        REPORTS,
        UNITS
    }

    <L> void keep(Kind kind, Preview<L> preview);

    <L> Optional<Preview<L>> find(Kind kind, UUID id, String by, Class<L> line);

    void drop(UUID id);

    void dropExpired(Instant before);
}
