package vn.lienvien.notification.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lienvien.events.ServiceEvent;
import vn.lienvien.kit.inbox.ParkedListener;

/**
 * A key that stands still here is a coordinator's to look at. The other services' word comes by
 * topic; of its own, this one knows without reading its topic, and the word of another that waits
 * behind the same key is not needed for it.
 */
@ApplicationScoped
class OwnParkedKeys implements ParkedListener {

    private final CaseFiles files;
    private final Offices offices;

    OwnParkedKeys(CaseFiles files, Offices offices) {
        this.files = files;
        this.offices = offices;
    }

    @Override
    public void on(ServiceEvent event) {
        files.apply(Happenings.of(event, offices.of(event)));
    }
}
