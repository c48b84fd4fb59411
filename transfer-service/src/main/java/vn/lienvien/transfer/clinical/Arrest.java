package vn.lienvien.transfer.clinical;

import java.time.Instant;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.text.Moment;

/**
 * A cardiac arrest that may want E-CPR. Low flow is counted from the start of compressions by
 * whoever shows it, never typed, and never a reason to refuse.
 *
 * @param noFlowMinutes until compressions began
 */
public record Arrest(
        @Moment Instant at,
        Known witnessed,
        Integer noFlowMinutes,
        @Moment Instant compressionsSince,
        Rhythm firstRhythm,
        Known compressionsGoOn) {

    /** The first one seen. */
    public enum Rhythm {
        SHOCKABLE,
        ASYSTOLE,
        PULSELESS_ELECTRICAL,
        UNKNOWN
    }
}
