package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.kit.time.DatabaseClock;

/**
 * A key that stands still here is a coordinator's to look at. The other services' word comes by
 * topic; of its own, this one knows without reading its topic, and the word of another that waits
 * behind the same key is not needed for it.
 */
@ApplicationScoped
class OwnParkedKeys {

    private final CaseFiles files;
    private final Offices offices;
    private final DatabaseClock clock;

    OwnParkedKeys(CaseFiles files, Offices offices, DatabaseClock clock) {
        this.files = files;
        this.offices = offices;
        this.clock = clock;
    }

    void on(@Observes ServiceEvent event) {
        files.apply(Happenings.of(event, offices.of(event)), clock.now());
    }
}
