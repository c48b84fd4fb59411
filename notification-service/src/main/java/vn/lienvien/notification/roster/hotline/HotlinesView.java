package vn.lienvien.notification.roster.hotline;

import java.time.Instant;
import java.util.List;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.hotline.Hotlines.Listed;

/**
 * An organisation's hotlines.
 *
 * @param changedAt null when it has named none
 */
record HotlinesView(String organisation, Instant changedAt, List<HotlineView> hotlines) {

    /**
     * A number to read and to tap.
     *
     * @param tel for a link
     */
    record HotlineView(Hotline.Purpose purpose, String label, String phone, String tel) {
        static HotlineView of(Hotline hotline) {
            return new HotlineView(
                    hotline.purpose(),
                    hotline.label(),
                    Phones.shown(hotline.phone()),
                    "tel:" + hotline.phone());
        }
    }

    static HotlinesView of(String organisation, List<Listed> listed) {
        return new HotlinesView(
                organisation,
                listed.stream().map(Listed::changed).findFirst().orElse(null),
                listed.stream().map(each -> HotlineView.of(each.hotline())).toList());
    }
}
