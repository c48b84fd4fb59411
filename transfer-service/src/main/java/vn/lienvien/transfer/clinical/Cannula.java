package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;

/**
 * One cannula: what the receiving unit must have at hand, and what may come loose on the road.
 *
 * @param depthCm at the skin
 * @param fixationPoints where it is fastened; two are wanted on the road
 */
public record Cannula(
        Purpose purpose,
        Site site,
        Side side,
        BigDecimal sizeFr,
        BigDecimal depthCm,
        Integer fixationPoints,
        Known sutured) {

    /** What flows through it. */
    public enum Purpose {
        DRAIN,
        RETURN,
        DUAL_LUMEN,
        LIMB_PERFUSION
    }

    /** Where it lies. */
    public enum Site {
        FEMORAL,
        JUGULAR,
        SUBCLAVIAN,
        CENTRAL,
        OTHER
    }

    /** Of the body. */
    public enum Side {
        LEFT,
        RIGHT
    }
}
