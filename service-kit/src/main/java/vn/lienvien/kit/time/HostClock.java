package vn.lienvien.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The clock of this machine, for what is compared with other machines' clocks anyway, such as the
 * dates in a token. It never decides about a placement or a timer: that is {@link DatabaseClock}.
 */
@ApplicationScoped
public class HostClock {

    public Instant now() {
        return Instant.now();
    }
}
