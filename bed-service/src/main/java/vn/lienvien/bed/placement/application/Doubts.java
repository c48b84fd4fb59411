package vn.lienvien.bed.placement.application;

import java.time.Instant;
import vn.lienvien.bed.placement.domain.Ward;

/** Units whose numbers cannot be true: offered to nobody until a report or a recorded call. */
public interface Doubts {

    /** False when the unit was doubted already. */
    boolean doubt(Ward ward, String reason, Instant since);
}
