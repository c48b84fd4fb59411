package vn.lienvien.notification.roster;

import java.util.List;
import vn.lienvien.notification.contact.Phones;
import vn.lienvien.notification.roster.domain.OnCall;

/**
 * Somebody on duty.
 *
 * @param user as in tokens; null when the roster does not say
 */
record PersonView(String name, List<PhoneView> phones, String user) {

    /** A number to read and a number to tap. */
    record PhoneView(String shown, String tel) {
        static PhoneView of(String dialled) {
            return new PhoneView(Phones.shown(dialled), "tel:" + dialled);
        }
    }

    static PersonView of(OnCall person) {
        return new PersonView(
                person.name(), person.phones().stream().map(PhoneView::of).toList(), person.user());
    }
}
