package vn.lienvien.notification.roster.hotline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What call lists ask of the hotlines. */
@ApplicationScoped
public class HotlineDirectory {

    private final Hotlines hotlines;

    HotlineDirectory(Hotlines hotlines) {
        this.hotlines = hotlines;
    }

    /** A number an organisation wants to be called at. */
    public record Entry(String label, String phone) {}

    /** In the organisation's own order. */
    public List<Entry> of(String organisation) {
        return hotlines.of(organisation).stream()
                .map(each -> new Entry(each.hotline().label(), each.hotline().phone()))
                .toList();
    }
}
