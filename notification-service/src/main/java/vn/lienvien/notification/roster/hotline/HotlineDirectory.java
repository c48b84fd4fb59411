package vn.lienvien.notification.roster.hotline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.lienvien.notification.roster.hotline.Hotlines.Listed;

/** What call lists ask of the hotlines. */
@ApplicationScoped
public class HotlineDirectory {

    private final Hotlines hotlines;

    HotlineDirectory(Hotlines hotlines) {
        this.hotlines = hotlines;
    }

    /** A number an organisation wants to be called at. */
    public record Entry(String label, String phone, boolean redAlert) {}

    /** In the organisation's own order. */
    public List<Entry> of(String organisation) {
        return hotlines.of(organisation).stream()
                .map(Listed::hotline)
                .map(
                        each ->
                                new Entry(
                                        each.label(),
                                        each.phone(),
                                        each.purpose() == Hotline.Purpose.RED_ALERT))
                .toList();
    }
}
