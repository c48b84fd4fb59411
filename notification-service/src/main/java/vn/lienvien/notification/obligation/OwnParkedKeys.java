package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.kit.inbox.ParkedListener;
import vn.lienvien.notification.NotificationConfig;

/**
 * A key that stands still here is a coordinator's to look at. The other services' word comes by
 * topic; of its own, this one knows without reading its topic, and the word of another that waits
 * behind the same key is not needed for it.
 */
@ApplicationScoped
class OwnParkedKeys implements ParkedListener {

    private final CaseFiles files;
    private final NotificationConfig config;

    OwnParkedKeys(CaseFiles files, NotificationConfig config) {
        this.files = files;
        this.config = config;
    }

    @Override
    public void on(ServiceEvent event) {
        files.apply(Happenings.of(event, config.coordination().anywhere()));
    }
}
