package vn.lienvien.transfer.clinical;

import java.math.BigDecimal;
import java.time.Instant;
import vn.lienvien.transfer.clinical.ClinicalPicture.Known;
import vn.lienvien.transfer.text.Moment;
import vn.lienvien.transfer.text.PlainText;

/**
 * What keeps the circuit from clotting. None must be said, with its reason: an empty field is not a
 * decision.
 *
 * @param because why there is none
 * @param target such as ACT 180–200
 */
public record Anticoagulation(
        Agent agent,
        @PlainText(max = 200) String because,
        BigDecimal heparinIuKgH,
        BigDecimal antiXaIuMl,
        @Moment Instant lastTestAt,
        @Moment Instant nextTestAt,
        @PlainText(max = 100) String target,
        Known heparinInducedThrombocytopenia) {

    /** The drug. */
    public enum Agent {
        HEPARIN,
        BIVALIRUDIN,
        ARGATROBAN,
        OTHER,
        NONE,
        UNKNOWN
    }
}
