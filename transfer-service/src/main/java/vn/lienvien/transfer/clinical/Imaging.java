package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.time.Instant;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.text.Moment;

/**
 * X-ray and echo.
 *
 * @param cxrQuadrants of the lungs that are consolidated
 */
public record Imaging(
        Integer cxrQuadrants,
        @Moment Instant echoAt,
        BigDecimal lvefPercent,
        Function rightVentricle,
        Leak aorticRegurgitation,
        Known aorticValveOpens) {

    /** As it looks. */
    public enum Function {
        NORMAL,
        REDUCED,
        SEVERELY_REDUCED,
        UNKNOWN
    }

    /** Of a valve; a leaking aortic valve fills the ventricle on VA. */
    public enum Leak {
        NONE,
        MILD,
        MODERATE,
        SEVERE,
        UNKNOWN
    }
}
