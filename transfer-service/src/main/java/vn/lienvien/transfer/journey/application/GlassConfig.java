package vn.lienvien.transfer.journey.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** For how long a broken glass shows a transfer, and how often a case code may be wrong. */
@ConfigMapping(prefix = "lienvien.transfer.glass")
public interface GlassConfig {

    @WithDefault("PT1H")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 4)
    Duration open();

    Misses misses();

    /** Beyond that many within that time the codes of a person are not looked at. */
    interface Misses {

        @WithDefault("5")
        @Min(1)
        int most();

        @WithDefault("PT1H")
        @DurationMin(minutes = 1)
        Duration within();
    }
}
